// What we ask for and what came back: a feed as configured, as polled, as remembered and as
// written by its author. Plain data; each stage fills or reads a part of it.
#pragma once

#include "core/event.h"
#include "core/feed_warning.h"
#include "core/specification.h"
#include "core/text.h"
#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

// ---- as configured ----

/// What to show of a project's pre-releases; Automatic: only where no stable release is in the
/// window.
enum class Prereleases { Automatic, Show, Hide };

/// One rule of a feed or of the newsletter; every pattern that is given must match (RE2,
/// unanchored). The first rule that matches decides.
struct Rule {
  std::string title;     // pattern for the title
  std::string url;       // pattern for the link
  std::string category;  // pattern for any one category
  std::string section;   // the answer: a section's name, or "noise"
};

/// One entry of `feeds:` in feeds.yaml. `name` identifies the feed, also when its URL changes.
struct FeedSource {
  std::string name;
  std::string url;
  std::string section;   // empty: not said, which counts as weak evidence for "articles"
  std::string group;     // the vendor bullet its items are nested under
  std::string project;   // all its items are about this project
  std::string language;  // BCP 47
  std::string home;      // the page that its articles name as theirs; empty: what the feed says
  std::vector<std::string> include;  // RE2 on title and URL; empty: everything
  std::vector<std::string> exclude;
  std::optional<seconds> interval;  // replaces the interval computed from the feed's own pace
  bool enabled = true;
  Prereleases prereleases = Prereleases::Automatic;
  int priority = 0;  // which copy of a story leads; aggregates (planets) lie below 0
  std::vector<Rule> rules;
};

// ---- as polled ----

/// What a conditional request carries: both echoed byte for byte, never parsed (RFC 9110
/// section 13.1).
struct Validators {
  std::string etag;
  std::string last_modified;

  bool operator==(const Validators&) const = default;
};

enum class FetchStatus {
  Fetched,      // 200 with a body
  NotModified,  // 304
  Gone,         // 410
  Held,         // 429, 503 or 403 with the wish to be left alone for a while
  NotAsked,     // its host wants to be left alone: no request was made, which is no failure
  Failed,       // anything else, from "connection refused" to an endless body
  Interrupted,  // the run was stopped before the answer was complete: not the feed's fault
};

/// How one poll ended. A feed that fails is data: it is stored, counted and shown.
struct FetchResult {
  FetchStatus status = FetchStatus::Failed;
  int http_status = 0;  // 0: no answer at all
  Validators validators;
  std::string content_type;   // as sent
  std::string final_url;      // where the body came from; the base of its relative links
  std::string permanent_url;  // end of the prefix of permanent redirects (301, 308), else empty
  // Cache-Control: max-age, or Expires, counted from the answer's own Date.
  std::optional<seconds> max_age;
  // Counted from Date, too; of a feed that was not asked, what is left of it.
  std::optional<seconds> retry_after;
  std::string held_host;  // Held, NotAsked: the host that wants to be left alone
  std::string error;  // one line in words, for people; empty for Fetched and NotModified alone
  std::uint64_t body_bytes = 0;  // unpacked
  std::chrono::milliseconds duration{0};
};

// ---- as remembered ----

/// What the store knows of a feed between runs.
struct FeedState {
  std::string name;
  std::string url;  // as configured when last polled
  Validators validators;
  std::optional<int> last_status;  // HTTP status of the last poll
  std::string last_error;
  int failures = 0;  // in a row
  std::optional<UtcTime> next_check;
  std::optional<UtcTime> last_polled;
  std::optional<UtcTime> last_success;
  std::optional<UtcTime> last_new_item;
  std::optional<UtcTime> failing_since;
  std::string moved_to;  // remembered permanent redirect; after three failures asked by turns
  int moved_failures = 0;
  bool disabled = false;        // answered 410
  std::string title;            // the feed's own title; a change is suspicious
  std::string site;             // the page whose news it brings, as it says; absolute or empty
  FeedWarning warning;          // what else the last poll found odd
  double entries_per_week = 0;  // the feed's own pace, 0 when unknown
  seconds ttl{0};               // RawFeed::ttl of the last document
  std::int64_t filter = 0;      // digest of the include and exclude that it was read with
  int items = 0;                // how many are stored
  int quarantined = 0;          // how many of them wait for a reviewer's word
};

// ---- as written ----

enum class FeedFormat {
  Unknown,
  Rss20,
  Rss10,
  Rss090,
  Rss091,
  Rss092,
  Rss093,
  Rss094,
  Rss,
  Atom10,
  Atom03,
  Atom,
  Json1,
  Json11,
  XepInfos,
  EventList,  // JSON, a list of objects with "date_start"
  ICalendar,
};

enum class TextType { Plain, Html };

/// A piece of text and how to read it.
struct Text {
  std::string value;
  TextType type = TextType::Plain;
  // xml:base in effect, as written and already joined; empty: the document's own URL.
  std::string base;

  [[nodiscard]] bool empty() const { return value.empty(); }
};

struct Person {
  std::string name;
  std::string email;
  std::string url;
};

struct Link {
  std::string href;
  std::string rel;  // as written
  std::string type;
  std::string title;

  /// Without a rel it is an "alternate". Capitals and several words are taken as HTML takes
  /// them, for feeds have them, although Atom's rel is one word and in small letters. An
  /// "alternate stylesheet" is a page's, whatever else it is called.
  [[nodiscard]] bool is(std::string_view relation) const {
    return has_token(rel.empty() ? "alternate" : rel, relation) &&
           !has_token(rel, "stylesheet");
  }
};

struct Enclosure {
  std::string url;
  std::string type;
  std::optional<std::int64_t> length;
};

struct Image {
  std::string url;
  std::string title;
  std::string link;
};

/// One entry as its feed wrote it: nothing resolved, decoded dates and HTML left as they stand.
struct RawEntry {
  std::string id;           // Atom id, RSS guid, JSON Feed id
  bool id_is_link = false;  // an RSS guid that may serve as the link (isPermaLink not "false")
  Text title;
  Text summary;
  Text content;
  std::string link;           // its page, as its format chooses among `links`; may be relative
  std::vector<Link> links;    // document order; RSS <link> has rel "alternate"
  std::string original_link;  // feedburner:origLink
  std::string published;      // date texts as written
  std::string updated;
  std::vector<Person> authors;
  std::vector<std::string> categories;
  std::string language;
  std::vector<Enclosure> enclosures;
  std::string comments;
  // atom:source id or RSS source url of the feed that the entry was taken over from.
  std::string source_id;
  std::string source_title;
  std::optional<CalendarDates> dates;  // of a calendar's event
  std::vector<DaySpan> days;           // all its days, once they are worked out
};

struct RawFeed {
  FeedFormat format = FeedFormat::Unknown;
  std::string encoding;  // the one the bytes were decoded with
  bool bozo = false;     // the document had to be repaired
  // The document ended too early: its whole entries are there, the poll counts as failed.
  bool truncated = false;
  std::vector<std::string> warnings;
  Text title;
  Text subtitle;
  std::string id;
  std::string language;
  std::string generator;
  std::string updated;
  std::optional<seconds> ttl;  // RSS ttl, sy:updatePeriod: how long to leave the feed alone
  std::string link;  // the site's page, as the format chooses among `links`; may be relative
  std::vector<Link> links;
  std::vector<Person> authors;
  std::vector<std::string> categories;
  std::optional<Image> image;
  std::vector<RawEntry> entries;
  std::vector<Specification> specifications;  // of a document in the format XepInfos
};

/// The contract's name of a format: "rss20", "atom10", "json11", …
const char* to_string(FeedFormat format);

/// A media type, in lower case, that pages give to feeds alone.
bool is_feed_type(std::string_view media_type);

}  // namespace collector
