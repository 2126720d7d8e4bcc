// The nouns after normalising: what we believe (Item), what the store adds (StoredItem), what
// editors did (Decision).
#pragma once

#include "core/event.h"
#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// Where `Item::date` comes from, most trusted first.
enum class DateSource { Published, Updated, FirstSeen };

enum class ItemKind {
  Article,
  Release,
  Prerelease,
  Event,
  Talk,
  Announcement,
  Specification,
  Noise,
};

/// Of software, be it ready or a pre-release.
constexpr bool is_release(ItemKind kind) {
  return kind == ItemKind::Release || kind == ItemKind::Prerelease;
}

enum class State { Undecided, Kept, Dropped, Removed, Noise, Quarantined, Printed };

/// An editor has decided against printing it.
constexpr bool is_turned_down(State state) {
  return state == State::Dropped || state == State::Removed;
}

/// One entry of one feed, as we believe it. The comment names the RSS and Atom elements behind
/// a field.
struct Item {
  // identity
  std::string feed;           // name of the feed in feeds.yaml
  std::string key;            // within the feed: guid, else link, else hash of the title
  std::string guid;           // guid, id; trimmed
  std::string url;            // link, link rel=alternate; absolute http or https, else empty
  std::string canonical_url;  // the same page under its usual spellings, for comparing only
  std::vector<std::string> links;  // further pages it names (alternates, enclosures)

  // text, all UTF-8
  std::string title;   // the feed's own, plain text on one line
  std::string author;  // plain text
  std::string author_url;
  std::string language;           // BCP 47, empty when unknown
  bool language_guessed = false;  // by its words: nobody said it
  std::string summary;            // plain text, at most 1,000 bytes
  std::string content;            // HTML as given: never shown unsanitised
  std::vector<std::string> categories;

  // time
  std::optional<UtcTime> published;  // pubDate, published, dc:date; nothing when implausible
  std::optional<UtcTime> updated;    // updated, dcterms:modified
  UtcTime date{};                    // decides the month; fixed at first sight
  DateSource date_source = DateSource::FirstSeen;
  std::vector<DaySpan> days;    // of a calendar's event: when it takes place, earliest first
  bool from_aggregate = false;  // its feed took it over from another one

  // what it is: filled by news and classify
  std::string headline;  // the readable title: "libstrophe 0.13.0"
  std::string project;
  std::string version;  // the first that it tells of; from the store, that is news
  std::vector<std::string> further_versions;  // the others
  bool versions_known = true;                 // false: stored before the others were looked for
  std::string owner;  // of its repository, where another's of the same name may release, too
  ItemKind kind = ItemKind::Article;
  std::string group;
  std::string section;
  bool noise = false;     // set aside as no news; `section` stays one of the newsletter's
  double confidence = 0;  // of the section, 0…1
  std::vector<std::string> reasons;  // why this section, one plain sentence each
};

/// An item as the store keeps it.
struct StoredItem {
  Item item;
  std::string id;  // short, stable, may be abbreviated like git's
  UtcTime first_seen{};
  State state = State::Undecided;
  bool doubtful = false;     // its date is a guess of a first poll
  bool withdrawn = false;    // its feed no longer carries it though it lists older entries
  bool moved = false;        // a reviewer chose its section; Item::section is then that one
  std::string edited_title;  // a reviewer's words, which win over the feed's; empty: none
  std::string edited_text;
  std::string printed_in;  // the closed issue that has it, "2024-01"; empty: none
};

enum class DecisionKind { Keep, Drop, Move, Edit, Merge, Split, Note, Undo, Remove };

/// Who decides, why and when.
struct Signature {
  std::string who = {};
  std::string why = {};
  UtcTime when{};

  bool operator==(const Signature&) const = default;
};

/// One thing a reviewer said of one item. Decisions are only ever added; the state follows from
/// them.
struct Decision {
  DecisionKind kind = DecisionKind::Note;
  std::string item_id = {};
  Signature by = {};
  // Move: the section; Edit: the new text; Merge: the other item's id; else empty.
  std::string value = {};
  std::string field = {};   // Edit: "title" or "text"
  std::string before = {};  // the former state, section or text; the store fills it
  std::int64_t number = 0;  // counts all decisions, from 1; the store fills it
};

/// The contract's word for a state: "undecided", "kept", …
const char* to_string(State state);
std::optional<State> parse_state(std::string_view text);
const char* to_string(ItemKind kind);
std::optional<ItemKind> parse_item_kind(std::string_view text);
const char* to_string(DateSource source);
std::optional<DateSource> parse_date_source(std::string_view text);
const char* to_string(DecisionKind kind);
std::optional<DecisionKind> parse_decision_kind(std::string_view text);

}  // namespace collector
