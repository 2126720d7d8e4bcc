#include "store/poll.h"
#include "store/polls.h"
#include "store/sqlite.h"
#include "store/sqlite_decisions.h"
#include "store/sqlite_entries.h"
#include "store/sqlite_feeds.h"
#include "store/sqlite_identity.h"
#include "store/sqlite_marks.h"
#include "store/sqlite_specifications.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <span>
#include <utility>

namespace collector {

namespace {

// Fewer new entries than this are let through whatever they look like: a reviewer drops four
// in seconds, and small feeds are easily replaced as a whole.
constexpr std::ptrdiff_t kFewestToQuarantine = 5;

// An entry may appear some days after the date it bears: drafts, slow mirrors.
constexpr std::chrono::days kLateEntry{3};

// Posts that a site keeps at the top of its feed.
constexpr std::size_t kMostPinned = 3;

// A week is the longest that any server is left alone, and clocks differ by hours; what lies
// further ahead comes from a clock that was wrong.
constexpr std::chrono::days kLongestHold{8};

/// The entry is older than the last time its feed was read, yet was not there then.
bool should_have_been_seen(const Item& entry, UtcTime last_success) {
  return entry.date_source != DateSource::FirstSeen && entry.date + kLateEntry < last_success;
}

/// True when the new entries look like the old ones in new clothes, or like another owner's:
/// most of the document is new, and either most of that is old, or nothing is known any more
/// under a new title, or what is known of it waits in quarantine already.
bool is_suspicious(const FeedRow& feed, const FeedUpdate& update,
                   const std::vector<Match>& matches) {
  if (!feed.state.last_success || feed.state.items == 0) return false;
  if (!update.specifications.empty()) return false;
  const auto is_new = [](const Match& match) { return match.item == 0; };
  const auto fresh = std::count_if(matches.begin(), matches.end(), is_new);
  const auto held = std::count_if(matches.begin(), matches.end(), [](const Match& match) {
    return match.state == State::Quarantined;
  });
  const auto all = static_cast<std::ptrdiff_t>(matches.size());
  if (fresh > 0 && held * 2 > all) return true;
  if (fresh < kFewestToQuarantine || fresh * 2 <= all) return false;
  const auto old = std::count_if(matches.begin(), matches.end(), [&](const Match& match) {
    return is_new(match) && should_have_been_seen(*match.entry, *feed.state.last_success);
  });
  const bool renamed = !feed.state.title.empty() && feed.state.title != update.state.title;
  // Other filters let in what had been left out.
  const bool filtered_anew = feed.state.filter != update.state.filter;
  return (old * 2 > fresh && !filtered_anew) || (renamed && fresh == all);
}

/// From when on a document lists all that its feed has, by the dates of what is known of it, in
/// its order. Never when that is no order of dates: what is gone may have made room for others.
/// Some old entries may be pinned to its top.
UtcTime complete_since(std::span<const UtcTime> dates) {
  if (std::ranges::is_sorted(dates)) return dates.empty() ? UtcTime::max() : dates.front();
  for (std::size_t pinned = 0; pinned <= kMostPinned && pinned + 2 <= dates.size(); ++pinned) {
    if (std::ranges::is_sorted(dates.subspan(pinned), std::greater{})) return dates.back();
  }
  return UtcTime::max();
}

/// Marks what the feed has taken out from between entries it still lists, and unmarks what it
/// has put back. A calendar's events are in no such order: one that is gone was called off.
/// `listed` are the entries that have just come.
void note_withdrawals(Connection& connection, std::int64_t feed,
                      const std::vector<Match>& matches, std::vector<std::int64_t> listed,
                      UtcTime now) {
  bool is_calendar = false;
  std::vector<UtcTime> dates;
  for (const Match& match : matches) {
    is_calendar = is_calendar || !match.entry->days.empty();
    if (match.item == 0) continue;
    listed.push_back(match.item);
    dates.push_back(match.date);
    if (match.withdrawn) {
      connection.statement("UPDATE items SET withdrawn_at = NULL WHERE number = ?")
          .bind(match.item)
          .run();
    }
  }
  std::sort(listed.begin(), listed.end());
  Statement rows = connection.statement(
      "SELECT number FROM items WHERE feed = ? AND date_at > ? AND withdrawn_at IS NULL");
  rows.bind(feed, is_calendar ? UtcTime::min() : complete_since(dates));
  std::vector<std::int64_t> gone;
  std::int64_t item = 0;
  while (rows.step()) {
    rows.read(item);
    if (!std::binary_search(listed.begin(), listed.end(), item)) gone.push_back(item);
  }
  for (const std::int64_t number : gone) {
    connection.statement("UPDATE items SET withdrawn_at = ? WHERE number = ?")
        .bind(now, number)
        .run();
  }
}

/// The item that a reviewer put away and that `entry` is over again: same page, same words,
/// same day. A link that several entries share is not enough to adopt it, but it shall not come
/// back.
std::optional<Decision> find_refusal(Connection& connection, std::int64_t feed,
                                     const Item& entry, UtcTime now) {
  Statement row = connection.statement(
      "SELECT id, state FROM item_pages JOIN items ON items.number = item "
      "WHERE page = ? AND item_pages.feed = ? AND title = ? AND date_at = ?"
      "  AND date_source <> 'first_seen' AND state IN ('dropped', 'removed')");
  row.bind(entry.canonical_url, feed, entry.title, entry.date);
  if (!row.step()) return std::nullopt;
  std::string id, state;
  row.read(id, state);
  return Decision{.kind = state == "removed" ? DecisionKind::Remove : DecisionKind::Drop,
                  .by = {"collector", "it is " + id + " over again, which was " + state, now}};
}

std::int64_t store_new(Connection& connection, const FeedRow& feed, const NewItem& added,
                       UtcTime now) {
  std::optional<Decision> refusal;
  if (feed.state.items > 0) refusal = find_refusal(connection, feed.number, added.item, now);
  const std::int64_t number = insert_item(connection, added, now);
  if (refusal) add_decision(connection, number, *refusal);
  return number;
}

/// The places in the document of what is new or rewritten.
std::vector<std::size_t> places_of_news(const FeedUpdate& update,
                                        const std::vector<Match>& matches) {
  std::vector<std::size_t> places;
  for (const Match& match : matches) {
    if (!match.unchanged)
      places.push_back(static_cast<std::size_t>(match.entry - update.items.data()));
  }
  return places;
}

UpdateSummary store_items(Connection& connection, const FeedRow& feed, const FeedUpdate& update,
                          const std::vector<Match>& matches, UtcTime now) {
  UpdateSummary summary;
  const bool quarantined = is_suspicious(feed, update, matches);
  const bool first_poll = !feed.state.last_success;
  const bool printed = has_printed(connection);
  std::vector<std::int64_t> came;
  for (const Match& match : matches) {
    if (match.unchanged) continue;
    if (match.item != 0) {
      rewrite_item(connection, {feed.number, match.item}, *match.entry, now);
      ++summary.changed;
      continue;
    }
    NewItem added{*match.entry, feed.number};
    added.doubtful = first_poll && match.entry->date_source == DateSource::FirstSeen;
    added.quarantined = quarantined;
    if (printed) added.printed_in = find_printed(connection, added);
    came.push_back(store_new(connection, feed, added, now));
    ++summary.added;
    summary.quarantined += quarantined ? 1 : 0;
  }
  if (update.complete && update.specifications.empty() && feed.state.items > 0)
    note_withdrawals(connection, feed.number, matches, std::move(came), now);
  return summary;
}

/// Completes the items at `places`, those that are new or rewritten.
using PlaceItems =
    std::function<void(std::span<Item> items, std::span<const std::size_t> places)>;

/// Stores the feed's state and its items, these completed by `place` where they bring news.
UpdateSummary store_poll(Connection& connection, FeedUpdate& update, UtcTime now,
                         const PlaceItems& place) {
  const bool brought = !update.items.empty() || !update.specifications.empty();
  // Most feeds have nothing new: they cost one statement.
  if (!brought && write_feed(connection, update.state, {}, now)) return {};
  const FeedRow feed = find_feed(connection, update.state);
  UpdateSummary summary;
  if (!update.items.empty()) {
    const std::vector<Match> matches = match_entries(connection, feed, update);
    const std::vector<std::size_t> news = places_of_news(update, matches);
    if (!news.empty()) place(update.items, news);
    summary = store_items(connection, feed, update, matches, now);
  }
  if (!update.specifications.empty())
    write_specifications(connection, feed.number, update.specifications);
  write_feed(connection, update.state, summary, now);
  return summary;
}

}  // namespace

/// For most pages of a transaction of many feeds. Twice as much makes a first run over 10,000
/// feeds a fifteenth faster, and one over 1,000 none; it costs both some megabytes.
void Polls::make_room() {
  if (std::exchange(has_room_, true)) return;
  connection_.execute("PRAGMA cache_size = -2048");
}

std::vector<UpdateSummary> Polls::save(std::span<FeedUpdate> updates, UtcTime now,
                                       const PlaceNews& place) {
  const auto brings_items = [](const FeedUpdate& update) { return !update.items.empty(); };
  if (std::ranges::any_of(updates, brings_items)) make_room();
  std::vector<UpdateSummary> summaries;
  Transaction transaction(connection_);
  for (std::size_t i = 0; i < updates.size(); ++i) {
    const auto place_these = [&](std::span<Item> items, std::span<const std::size_t> places) {
      place(i, items, places);
    };
    summaries.push_back(store_poll(connection_, updates[i], now, place_these));
  }
  transaction.commit();
  return summaries;
}

std::vector<UpdateSummary> Polls::save(std::span<const FeedUpdate> updates, UtcTime now) {
  std::vector<FeedUpdate> placed(updates.begin(), updates.end());
  return save(placed, now, [](std::size_t, std::span<Item>, std::span<const std::size_t>) {});
}

std::vector<HostHold> Polls::holds(UtcTime now) {
  std::vector<HostHold> holds;
  Statement rows = connection_.statement(
      "SELECT host, until_at, reason FROM host_holds "
      "WHERE until_at > ? AND until_at <= ? ORDER BY host");
  rows.bind(now, now + kLongestHold);
  while (rows.step()) {
    HostHold& hold = holds.emplace_back();
    rows.read(hold.host, hold.until, hold.reason);
  }
  return holds;
}

void Polls::hold(const HostHold& hold, UtcTime now) {
  connection_
      .statement(
          "INSERT INTO host_holds (host, until_at, reason) VALUES (?, ?, ?) "
          "ON CONFLICT (host) DO UPDATE SET until_at = excluded.until_at,"
          "  reason = excluded.reason "
          "WHERE until_at < excluded.until_at OR until_at > ?")
      .bind(hold.host, hold.until, hold.reason, now + kLongestHold)
      .run();
}

}  // namespace collector
