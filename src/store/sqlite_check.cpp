#include "store/sqlite_check.h"

#include "core/error.h"
#include "store/sqlite_decisions.h"

#include <fmt/format.h>

#include <array>
#include <span>

namespace collector {

namespace {

/// A promise as a query for what breaks it.
struct Promise {
  const char* broken;  // selects a name for each case
  const char* fault;
};

constexpr std::array<Promise, 10> kPromises{{
    {"SELECT id FROM items WHERE NOT EXISTS (SELECT 1 FROM item_keys"
     "  WHERE item_keys.feed = items.feed AND item_keys.key = items.key"
     "  AND item_keys.item = items.number)",
     "an item that its feed's next document would double"},
    {"SELECT item_keys.key FROM item_keys JOIN items ON items.number = item"
     "  WHERE items.feed IS NOT item_keys.feed",
     "a key that leads to another feed's item"},
    {"SELECT id FROM items WHERE canonical_url <> '' AND NOT EXISTS (SELECT 1 FROM item_pages"
     "  WHERE page = canonical_url AND item_pages.feed = items.feed"
     "  AND item_pages.item = items.number)",
     "an item that is not found by its page"},
    {"SELECT page FROM item_pages JOIN items ON items.number = item"
     "  WHERE items.feed IS NOT item_pages.feed",
     "a page that leads to another feed's item"},
    {"SELECT name FROM feeds WHERE number > 0 AND items IS NOT"
     "  (SELECT count(*) FROM items WHERE items.feed = feeds.number)",
     "a feed whose items are counted wrongly"},
    {"SELECT id FROM items NOT INDEXED WHERE number NOT IN (SELECT item FROM item_contents)",
     "an item without its content"},
    {"SELECT id FROM items WHERE (state = 'printed') IS NOT (printed_in <> '')",
     "an item whose state contradicts the ledger"},
    {"SELECT id FROM items WHERE printed_in <> '' AND printed_in NOT IN"
     "  (SELECT month FROM issues WHERE reopened_at IS NULL)",
     "an item printed in an issue that is not closed"},
    {"SELECT id FROM items WHERE date_source = 'first_seen' AND date_at > first_seen_at",
     "an undated item dated after it was first seen"},
    {"SELECT id FROM items WHERE state IN ('undecided', 'noise')"
     "  AND (state = 'noise') IS NOT noise AND number NOT IN (SELECT item FROM decisions)",
     "an undecided item whose state contradicts its classification"},
}};

// Of the index behind "list QUERY", once `indexed` has the items that occur in it.
constexpr std::array<Promise, 2> kWordPromises{{
    {"SELECT id FROM items WHERE title GLOB '*[A-Za-z0-9]*'"
     "  AND number NOT IN (SELECT item FROM indexed)",
     "an item that 'list QUERY' does not find"},
    {"SELECT item FROM indexed WHERE item NOT IN (SELECT number FROM items)",
     "words of an item that is not there"},
}};

// 128 MB: every row is looked up in every index, and the indices of a million items fit in.
constexpr const char* kRoomForIndices = "PRAGMA cache_size = -131072";

// Kept by SQLite apart from the file, so that a reader may make them.
constexpr const char* kReadAllWords =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, item_words, instance);"
    "CREATE TABLE IF NOT EXISTS temp.indexed (item INTEGER PRIMARY KEY);"
    "DELETE FROM temp.indexed;"
    "INSERT OR IGNORE INTO temp.indexed SELECT doc FROM temp.words";

void check_file(Connection& connection, std::vector<std::string>& faults) {
  Statement rows = connection.statement("PRAGMA integrity_check");
  while (rows.step()) {
    std::string line;
    rows.read(line);
    if (line != "ok") faults.push_back("the file is damaged: " + line);
  }
  Statement links = connection.statement("PRAGMA foreign_key_check");
  while (links.step()) {
    std::string table;
    links.read(table);
    faults.push_back("a row of " + table + " belongs to nothing");
  }
}

void check_promises(Connection& connection, std::span<const Promise> promises,
                    std::vector<std::string>& faults) {
  for (const Promise& promise : promises) {
    Statement rows = connection.statement(promise.broken);
    while (rows.step()) {
      std::string name;
      rows.read(name);
      faults.push_back(fmt::format("{}: {}", name, promise.fault));
    }
  }
}

/// The check that FTS5 brings along is an INSERT, which readers may not, and it compares
/// nothing with the items. Reading every word there is meets the same damage and stands in
/// nobody's way.
void check_words(Connection& connection, std::vector<std::string>& faults) {
  try {
    connection.execute(kReadAllWords);
  } catch (const StoreError& error) {
    faults.push_back(fmt::format("the index of words cannot be read: {}", error.what()));
    return;
  }
  check_promises(connection, kWordPromises, faults);
}

/// States are derived: each must be what the decisions say.
void check_states(Connection& connection, std::vector<std::string>& faults) {
  Statement rows = connection.statement(
      "SELECT number, id, state FROM items WHERE number IN (SELECT item FROM decisions)"
      "  OR state NOT IN ('undecided', 'noise')");
  while (rows.step()) {
    std::int64_t number = 0;
    std::string id, state;
    rows.read(number, id, state);
    const std::string derived = to_string(work_out_standing(connection, number).state);
    if (state != derived) {
      faults.push_back(
          fmt::format("{}: is {} although its decisions say {}", id, state, derived));
    }
  }
}

}  // namespace

std::vector<std::string> find_faults(Connection& connection) {
  std::vector<std::string> faults;
  connection.execute(kRoomForIndices);
  check_file(connection, faults);
  if (!faults.empty()) return faults;  // what is damaged cannot be asked for more
  check_promises(connection, kPromises, faults);
  check_words(connection, faults);
  check_states(connection, faults);
  return faults;
}

}  // namespace collector
