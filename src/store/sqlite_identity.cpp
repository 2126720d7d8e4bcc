#include "store/sqlite_identity.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace collector {

namespace {

/// Fills in what the store knows of `match.item`.
void read_match(Connection& connection, Match& match) {
  Statement row = connection.statement(
      "SELECT fingerprint, state, date_at, withdrawn_at IS NOT NULL FROM items "
      "WHERE number = ?");
  row.bind(match.item);
  if (!row.step()) return;
  std::string state;
  row.read(match.fingerprint, state, match.date, match.withdrawn);
  match.state = parse_state(state).value_or(State::Undecided);
}

std::int64_t find_key(Connection& connection, std::int64_t feed, const std::string& key) {
  Statement row = connection.statement("SELECT item FROM item_keys WHERE feed = ? AND key = ?");
  row.bind(feed, key);
  std::int64_t item = 0;
  if (row.step()) row.read(item);
  return item;
}

/// The items of the feed that have, or had, this page; two are as good as many.
std::vector<std::int64_t> find_page(Connection& connection, std::int64_t feed,
                                    const std::string& page) {
  std::vector<std::int64_t> items;
  Statement rows =
      connection.statement("SELECT item FROM item_pages WHERE page = ? AND feed = ? LIMIT 2");
  rows.bind(page, feed);
  while (rows.step())
    rows.read(items.emplace_back());
  return items;
}

/// Finds old items for entries whose key nobody knows.
class Adoption {
 public:
  Adoption(Connection& connection, std::int64_t feed, std::span<const Item> document)
      : connection_(connection), feed_(feed) {
    for (const Item& entry : document)
      ++pages_[entry.canonical_url];
  }

  /// This item's own key is in the document.
  void claim(std::int64_t item) { claimed_.insert(item); }

  /// The old item the entry takes up; 0: it is new.
  std::int64_t adopt(const Item& entry) {
    const std::int64_t item = candidate(entry);
    return item != 0 && claimed_.insert(item).second ? item : 0;
  }

  /// The same without taking it up.
  std::int64_t candidate(const Item& entry) {
    if (entry.canonical_url.empty() || pages_[entry.canonical_url] > 1) return 0;
    const auto items = find_page(connection_, feed_, entry.canonical_url);
    if (items.size() != 1 || claimed_.contains(items.front())) return 0;
    return items.front();
  }

 private:
  Connection& connection_;
  std::int64_t feed_;
  std::map<std::string_view, int> pages_;  // how often the document has each
  std::set<std::int64_t> claimed_;
};

/// Each key once; an item once, though it may have several keys.
std::vector<Match> match_keys(Connection& connection, std::int64_t feed,
                              std::span<const Item> document) {
  std::vector<Match> matches;
  std::set<std::string_view> keys;
  std::set<std::int64_t> items;
  for (const Item& entry : document) {
    if (!keys.insert(entry.key).second) continue;
    const std::int64_t item = find_key(connection, feed, entry.key);
    if (item != 0 && !items.insert(item).second) continue;
    matches.push_back({.entry = &entry, .item = item});
  }
  return matches;
}

}  // namespace

std::vector<Match> match_entries(Connection& connection, std::int64_t feed,
                                 const FeedUpdate& update) {
  std::vector<Match> matches = match_keys(connection, feed, update.items);
  Adoption adoption(connection, feed, update.items);
  for (const Match& match : matches)
    if (match.item != 0) adoption.claim(match.item);
  // Whether an old guid has left cannot be told from half a document.
  if (!update.complete) {
    std::erase_if(matches, [&adoption](const Match& match) {
      return match.item == 0 && adoption.candidate(*match.entry) != 0;
    });
  }
  const bool changes_only = !update.specifications.empty();  // each has a key for good
  for (Match& match : matches) {
    if (match.item == 0 && !changes_only) match.item = adoption.adopt(*match.entry);
    if (match.item != 0) read_match(connection, match);
  }
  return matches;
}

}  // namespace collector
