// The walk through an XML document, the same for every format: RSS, RDF, Atom and the list of
// specifications share one vocabulary. What an element says goes to FeedFiller.
#pragma once

#include "core/feed.h"
#include "parse/attributes.h"
#include "parse/capture.h"
#include "parse/feed_filler.h"
#include "parse/vocabulary.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// An element's name as the XML parser knows it: within one document equal names are equal
/// pointers. Prefix and URI may be null.
struct TagName {
  const char* local;
  const char* prefix;
  const char* uri;

  bool operator==(const TagName&) const = default;
};

class XmlFeed {
 public:
  explicit XmlFeed(RawFeed& feed);

  void start_element(const TagName& name, const Attributes& attributes);
  void end_element(const TagName& name);
  void text(std::string_view piece);

  /// The document has ended, or reading was stopped.
  void finish();

  /// Nothing more is wanted: a limit was reached, or this is no feed.
  [[nodiscard]] bool stopped() const { return stopped_; }

  /// Every element that began has ended.
  [[nodiscard]] bool complete() const { return depth_ == 0; }

  /// Why reading was stopped, if by a limit.
  [[nodiscard]] const std::string& limit() const { return limit_; }

  /// Some text was longer than kMaxFieldBytes.
  [[nodiscard]] bool cut() const { return cut_; }

  /// The first element was that of a feed.
  [[nodiscard]] bool is_feed() const { return feed_.format != FeedFormat::Unknown; }

  /// Name of the first element, for saying what this is instead of a feed.
  [[nodiscard]] const std::string& root() const { return root_; }

 private:
  /// An element whose children may mean something.
  struct Frame {
    const Word* word;  // null: the document's own
    Place place;       // of its children
    bool has_base;
    bool has_language;
  };

  struct KnownName {
    TagName name{};
    std::span<const Word> words;
  };

  void open_document(const TagName& name, const Attributes& attributes);
  const Word* word_for(const TagName& name);
  [[nodiscard]] Vocabulary vocabulary_for(const TagName& name) const;
  void push_frame(const Word* word, Place place, const Attributes& attributes);
  void pop_frame();
  void stop(std::string limit);

  [[nodiscard]] Place place() const { return frames_.back().place; }

  [[nodiscard]] std::string base() const { return bases_.empty() ? "" : bases_.back(); }

  void open(const Word& word, const Attributes& attributes);
  void open_container(const Word& word, const Attributes& attributes);
  bool open_link(Vocabulary vocabulary, const Attributes& attributes);
  bool open_category(const Attributes& attributes);
  [[nodiscard]] Reading reading_of(const Word& word, const Attributes& attributes) const;
  void end_text(const Word& word);
  void end_container(const Word& word);
  void end_person(std::uint8_t rank);
  void store(const Word& word, const Value& value);
  void store_in_person(Meaning meaning, std::string_view value);
  void store_in_specification(std::string_view name, std::string_view value);

  RawFeed& feed_;
  FeedFiller filler_;
  bool stopped_ = false;
  bool cut_ = false;
  std::string limit_;
  std::string root_;
  std::string root_uri_;
  Vocabulary core_ = Vocabulary::Rss;  // of elements without a namespace of their own

  std::vector<Frame> frames_;
  std::size_t depth_ = 0;
  std::size_t skipped_from_ = 0;   // depth of the element whose content says nothing to us
  std::size_t captured_from_ = 0;  // depth of the element whose text is being taken
  std::vector<std::string> bases_;
  std::vector<std::string> languages_;
  std::array<KnownName, 256> known_names_{};

  Capture capture_;
  Link link_;               // whose address is being read as text
  Person person_;           // of the author or source that is open
  std::string loose_text_;  // text that stands directly in it
};

}  // namespace collector
