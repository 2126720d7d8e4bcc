// Puts what the elements of a feed say where it belongs in RawFeed. Of two words for one thing
// the better one wins, in whichever order they come.
#pragma once

#include "core/feed.h"
#include "parse/inheritance.h"
#include "parse/vocabulary.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// The text of one element.
struct Value {
  std::string_view text;
  TextType type = TextType::Plain;
  std::string base;  // xml:base in effect
};

class FeedFiller {
 public:
  explicit FeedFiller(RawFeed& feed);

  /// False: the feed has kMaxEntries already.
  bool begin_entry(std::string_view about);
  void end_entry();

  [[nodiscard]] bool in_entry() const { return entry_ != nullptr; }

  /// A text that stands in `place`.
  void store(const Word& word, Place place, const Value& value);

  /// xml:lang in effect on a text of the entry, or on the document.
  void language(std::uint8_t rank, std::string_view tag);
  void permalink(bool is_one);
  void category(std::string_view text);
  void keywords(std::string_view commas);
  void person(Person person, std::uint8_t rank);
  void enclosure(Enclosure enclosure);
  /// A <link>, its address joined with the base already. RSS's own is the page at once.
  void link(Link link, Vocabulary vocabulary);
  void image(std::string_view url, std::uint8_t rank);
  void begin_image(std::string_view about);
  void source(std::string_view title, std::string_view id);
  void generator(std::string_view text, std::uint8_t rank);

  /// The entries that have ended, as far as they were not taken before; the feed has them no
  /// longer.
  std::vector<RawEntry> take_ended();

  /// The document has ended. An entry that is still open was cut off and goes.
  void finish();

  /// Of what the entries taken inherited, the feed says something else by its end.
  [[nodiscard]] bool outdated() const { return inheritance_.outdated(feed_); }

 private:
  /// The fields that more than one word may fill.
  enum Slot {
    Title,
    Summary,
    Content,
    Id,
    Published,
    Updated,
    LanguageTag,
    Authors,
    Generator,
    Picture,
    Page,
    Slots,  // how many there are
  };

  using Ranks = std::array<std::uint8_t, Slots>;

  bool claim(Slot slot, std::uint8_t rank);
  void put(Slot slot, std::uint8_t rank, Text& target, const Value& value);
  void put(Slot slot, std::uint8_t rank, std::string& target, std::string_view value);
  void store_in_feed(const Word& word, const Value& value);
  void store_in_entry(const Word& word, const Value& value);
  void store_in_image(Meaning meaning, const Value& value);

  [[nodiscard]] Ranks& ranks() { return in_entry() ? entry_ranks_ : feed_ranks_; }

  RawFeed& feed_;
  RawEntry* entry_ = nullptr;  // the one that is open: the last of feed_.entries
  Ranks entry_ranks_{};
  Ranks feed_ranks_{};
  std::size_t taken_ = 0;  // entries that feed_ has no longer
  Inheritance inheritance_;
  std::string update_period_;
  int update_frequency_ = 1;
};

}  // namespace collector
