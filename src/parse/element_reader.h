// What each element of a feed means: what its attributes say, what is wanted of its content,
// and where its text goes.
#pragma once

#include "core/feed.h"
#include "parse/attributes.h"
#include "parse/capture.h"
#include "parse/feed_filler.h"
#include "parse/open_elements.h"
#include "parse/people.h"
#include "parse/vocabulary.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace collector {

/// What is wanted of the content of an element.
struct Opening {
  enum class Wanted { Nothing, Text, Elements, NoMoreEntries };

  Wanted wanted = Wanted::Nothing;
  Reading reading = Reading::Flat;  // of Text
  Place place = Place::Root;        // of what stands inside it
};

class ElementReader {
 public:
  /// Both outlive the reader; the element being opened or ended is not, or still, in `around`.
  ElementReader(RawFeed& feed, const OpenElements& around);

  Opening open(const Word& word, const Attributes& attributes);

  /// xml:lang of the whole feed.
  void language_of_document();

  /// Text between the elements that are known.
  void loose_text(std::string_view piece);

  /// An element ends whose text was wanted, or whose elements were.
  void end_text(const Word& word, std::string_view text, TextType type);
  void end_elements(const Word& word);

  // What FeedFiller says of each.
  std::vector<RawEntry> take_ended() { return filler_.take_ended(); }

  void finish() { filler_.finish(); }

  [[nodiscard]] bool outdated() const { return filler_.outdated(); }

 private:
  [[nodiscard]] Opening text_of(const Word& word, const Attributes& attributes) const;
  [[nodiscard]] Opening elements_in(Place place) const;
  Opening open_enclosure(const Attributes& attributes);
  Opening open_cover_image(const Word& word, const Attributes& attributes);
  Opening open_link(const Word& word, const Attributes& attributes);
  Opening open_category(const Word& word, const Attributes& attributes);
  Opening open_entry(const Attributes& attributes);
  Opening begin_person(Place place, const Attributes& attributes);
  Opening open_specification(const Attributes& attributes);

  /// The author or source that is open; null: none.
  [[nodiscard]] PersonInParts* open_person();

  void store(const Word& word, const Value& value);

  RawFeed& feed_;
  const OpenElements& around_;
  FeedFiller filler_;
  Link link_;  // whose address is being read as text
  PersonInParts person_;
  PersonInParts source_;
};

}  // namespace collector
