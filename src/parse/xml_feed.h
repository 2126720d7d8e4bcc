// The walk through an XML document, the same for every format: RSS, RDF, Atom and the list of
// specifications share one vocabulary. What an element says is ElementReader's matter.
#pragma once

#include "core/feed.h"
#include "parse/attributes.h"
#include "parse/capture.h"
#include "parse/element_reader.h"
#include "parse/open_elements.h"
#include "parse/word_finder.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

class XmlFeed {
 public:
  explicit XmlFeed(RawFeed& feed);

  void start_element(const TagName& name, const Attributes& attributes);
  void end_element(const TagName& name);

  void text(std::string_view piece) {
    if (captured_from_ != 0) return capture_.text(piece);
    if (skipped_from_ == 0 && !elements_.empty()) reader_.loose_text(piece);
  }

  /// The entries that have ended, as far as they were not taken before.
  std::vector<RawEntry> take_ended() { return reader_.take_ended(); }

  /// The document has ended, or reading was stopped.
  void finish();

  /// At its end the feed says something else of what the entries taken inherited from it.
  [[nodiscard]] bool outdated() const { return reader_.outdated(); }

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
  void open_document(const TagName& name, const Attributes& attributes);
  void open(const Word& word, const Attributes& attributes);
  void push(const Word* word, Place place, const Attributes& attributes);
  void close();
  void stop(std::string limit);

  RawFeed& feed_;
  OpenElements elements_;
  ElementReader reader_;
  WordFinder words_;
  bool stopped_ = false;
  bool cut_ = false;
  std::string limit_;
  std::string root_;

  std::size_t depth_ = 0;
  std::size_t skipped_from_ = 0;   // depth of the element whose content says nothing to us
  std::size_t captured_from_ = 0;  // depth of the element whose text is being taken
  Capture capture_;
};

}  // namespace collector
