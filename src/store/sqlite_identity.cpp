#include "store/sqlite_identity.h"

#include "store/fingerprint.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>

namespace collector {

namespace {

/// Fills in what the store knows of the items that were found.
void read_matches(Connection& connection, std::vector<Match>& matches) {
  for (Match& match : matches) {
    if (match.item == 0) continue;
    Statement row = connection.statement(
        "SELECT fingerprint, state, date_at, withdrawn_at IS NOT NULL FROM items "
        "WHERE number = ?");
    row.bind(match.item);
    if (!row.step()) continue;
    std::int64_t stored = 0;
    std::string state;
    row.read(stored, state, match.date, match.withdrawn);
    match.unchanged = stored == fingerprint(*match.entry);
    match.state = parse_state(state).value_or(State::Undecided);
  }
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
std::vector<Match> match_keys(std::span<const Item> document,
                              const std::function<std::int64_t(const std::string&)>& find) {
  std::vector<Match> matches;
  std::set<std::string_view> keys;
  std::set<std::int64_t> items;
  for (const Item& entry : document) {
    if (!keys.insert(entry.key).second) continue;
    const std::int64_t item = find(entry.key);
    if (item != 0 && !items.insert(item).second) continue;
    matches.push_back({.entry = &entry, .item = item});
  }
  return matches;
}

void adopt_all(std::vector<Match>& matches, Adoption& adoption) {
  for (Match& match : matches)
    if (match.item == 0) match.item = adoption.adopt(*match.entry);
}

}  // namespace

std::int64_t find_key(Connection& connection, std::int64_t feed, const std::string& key) {
  return connection.value<std::int64_t>("SELECT item FROM item_keys WHERE feed = ? AND key = ?",
                                        feed, key);
}

std::vector<Match> match_entries(Connection& connection, const FeedRow& feed,
                                 const FeedUpdate& update) {
  const bool has_items = feed.state.items > 0;  // else nothing can be found
  std::vector<Match> matches = match_keys(update.items, [&](const std::string& key) {
    return has_items ? find_key(connection, feed.number, key) : 0;
  });
  // The changes of a list of extensions have keys for good, and may share a link.
  if (!has_items || !update.specifications.empty()) {
    read_matches(connection, matches);
    return matches;
  }
  Adoption adoption(connection, feed.number, update.items);
  for (const Match& match : matches)
    if (match.item != 0) adoption.claim(match.item);
  if (update.complete) {
    adopt_all(matches, adoption);
  } else {
    // Whether an old guid has left cannot be told from half a document.
    std::erase_if(matches, [&adoption](const Match& match) {
      return match.item == 0 && adoption.candidate(*match.entry) != 0;
    });
  }
  read_matches(connection, matches);
  return matches;
}

}  // namespace collector
