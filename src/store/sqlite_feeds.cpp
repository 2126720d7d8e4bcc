#include "store/sqlite_feeds.h"

#include "store/feeds.h"
#include "store/text_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace collector {

namespace {

// How the table calls each FeedOddity, in their order.
constexpr std::array<std::string_view, 6> kOddities{"",         "dead",       "slow",
                                                    "retitled", "other host", "short list"};

std::string_view name_of(FeedOddity oddity) {
  return kOddities.at(static_cast<std::size_t>(oddity));
}

FeedOddity oddity_of(const std::string& name) {
  const auto found = std::ranges::find(kOddities, name);
  if (found == kOddities.end()) return FeedOddity::None;
  return static_cast<FeedOddity>(found - kOddities.begin());
}

void read_state(Statement& row, std::int64_t& number, FeedState& state) {
  std::string oddity, names;
  row.read(number, state.name, state.url, state.title, state.site, state.validators.etag,
           state.validators.last_modified, state.last_status, state.last_error, state.failures,
           state.next_check, state.last_polled, state.last_success, state.last_new_item,
           state.failing_since, state.moved_to, state.moved_failures, state.disabled, oddity,
           names, state.entries_per_week, state.ttl, state.filter, state.items);
  state.warning = {oddity_of(oddity), split_lines(names)};
}

// What read_state() reads, in its order.
constexpr std::string_view kSelect =
    "SELECT number, name, url, title, site, etag, last_modified, last_status, last_error,"
    "  failures, next_check_at, last_polled_at, last_success_at, last_new_item_at, "
    "failing_since_at,"
    "  moved_to, moved_failures, disabled, warning, warning_names, entries_per_week, ttl,"
    "  filter_digest, items "
    "FROM feeds ";

Statement select_named(Connection& connection) {
  static const std::string text = std::string(kSelect) + "WHERE name = ?";
  return connection.statement(text);
}

/// The feed of that name, an empty row when there is none; `select` may then be used again.
FeedRow read_named(Statement& select, const std::string& name) {
  FeedRow feed;
  select.bind(name);
  if (select.step()) read_state(select, feed.number, feed.state);
  select.rewind();
  return feed;
}

FeedRow find_known_feed(Connection& connection, const std::string& name) {
  Statement select = select_named(connection);
  return read_named(select, name);
}

void each_row(Connection& connection, const std::function<void(FeedRow&&)>& take) {
  Statement rows = connection.statement(std::string(kSelect) + "WHERE number > 0");
  while (rows.step()) {
    FeedRow feed;
    read_state(rows, feed.number, feed.state);
    take(std::move(feed));
  }
}

/// By the numbers of their feeds.
std::unordered_map<std::int64_t, int> count_quarantined(Connection& connection) {
  std::unordered_map<std::int64_t, int> counts;
  Statement rows = connection.statement(
      "SELECT feed, count(*) FROM items WHERE state = 'quarantined' GROUP BY feed");
  while (rows.step()) {
    std::int64_t feed = 0;
    int count = 0;
    rows.read(feed, count);
    counts.emplace(feed, count);
  }
  return counts;
}

}  // namespace

void Feeds::each(const std::function<void(FeedState&&)>& take) {
  each_row(connection_, [&](FeedRow&& feed) { take(std::move(feed.state)); });
}

std::vector<FeedState> Feeds::all() {
  Transaction transaction(connection_, Transaction::Kind::Read);
  const auto quarantined = count_quarantined(connection_);
  std::vector<FeedState> feeds;
  each_row(connection_, [&](FeedRow&& feed) {
    const auto held = quarantined.find(feed.number);
    if (held != quarantined.end()) feed.state.quarantined = held->second;
    feeds.push_back(std::move(feed.state));
  });
  transaction.commit();
  std::ranges::sort(feeds, {}, &FeedState::name);
  return feeds;
}

void Feeds::each_named(std::span<const std::string> names,
                       const std::function<void(FeedState&&)>& take) {
  Transaction transaction(connection_, Transaction::Kind::Read);
  Statement select = select_named(connection_);
  for (const std::string& name : names)
    take(read_named(select, name).state);
  transaction.commit();
}

FeedRow find_feed(Connection& connection, const FeedState& state) {
  FeedRow known = find_known_feed(connection, state.name);
  if (known.number != 0) return known;
  connection.statement("INSERT INTO feeds (name, url) VALUES (?, ?)")
      .bind(state.name, state.url)
      .run();
  return find_known_feed(connection, state.name);
}

bool write_feed(Connection& connection, const FeedState& state, const UpdateSummary& summary,
                UtcTime now) {
  const auto last_new = summary.added > 0 ? std::optional(now) : std::nullopt;
  const std::string names = join_lines(state.warning.names);
  connection
      .statement(
          "UPDATE feeds SET url = ?, title = ?, site = ?, etag = ?, last_modified = ?,"
          "  last_status = ?, last_error = ?, failures = ?, next_check_at = ?,"
          "  last_polled_at = ?, last_success_at = ?,"
          "  last_new_item_at = coalesce(?, last_new_item_at),"
          "  failing_since_at = ?, moved_to = ?,"
          "  moved_failures = ?, disabled = ?, warning = ?, warning_names = ?,"
          "  entries_per_week = ?, ttl = ?, filter_digest = ?, items = items + ? "
          "WHERE name = ?")
      .bind(state.url, state.title, state.site, state.validators.etag,
            state.validators.last_modified, state.last_status, state.last_error, state.failures,
            state.next_check, state.last_polled, state.last_success, last_new,
            state.failing_since, state.moved_to, state.moved_failures, state.disabled,
            name_of(state.warning.oddity), names, state.entries_per_week, state.ttl,
            state.filter, summary.added, state.name)
      .run();
  return connection.changes() > 0;
}

}  // namespace collector
