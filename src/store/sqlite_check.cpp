#include "store/sqlite_check.h"

#include "store/sqlite_decisions.h"

#include <fmt/format.h>

#include <array>

namespace collector {

namespace {

/// A promise as a query for what breaks it.
struct Promise {
  const char* broken;  // selects a name for each case
  const char* fault;
};

constexpr std::array<Promise, 7> kPromises{{
    {"SELECT id FROM items WHERE NOT EXISTS (SELECT 1 FROM item_keys"
     "  WHERE item_keys.feed = items.feed AND item_keys.key = items.key"
     "  AND item_keys.item = items.number)",
     "an item that its feed's next document would double"},
    {"SELECT item_keys.key FROM item_keys JOIN items ON items.number = item"
     "  WHERE items.feed IS NOT item_keys.feed",
     "a key that leads to another feed's item"},
    {"SELECT name FROM feeds WHERE number > 0 AND items IS NOT"
     "  (SELECT count(*) FROM items WHERE items.feed = feeds.number)",
     "a feed whose items are counted wrongly"},
    {"SELECT id FROM items WHERE number NOT IN (SELECT item FROM item_contents)",
     "an item without its content"},
    {"SELECT id FROM items WHERE (state = 'printed') IS NOT (printed_in <> '')",
     "an item whose state contradicts the ledger"},
    {"SELECT id FROM items WHERE printed_in <> '' AND printed_in NOT IN"
     "  (SELECT month FROM issues WHERE reopened_at IS NULL)",
     "an item printed in an issue that is not closed"},
    {"SELECT id FROM items WHERE date_source = 'first_seen' AND date_at > first_seen_at",
     "an undated item dated after it was first seen"},
}};

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

void check_promises(Connection& connection, std::vector<std::string>& faults) {
  for (const Promise& promise : kPromises) {
    Statement rows = connection.statement(promise.broken);
    while (rows.step()) {
      std::string name;
      rows.read(name);
      faults.push_back(fmt::format("{}: {}", name, promise.fault));
    }
  }
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
  check_file(connection, faults);
  if (!faults.empty()) return faults;  // what is damaged cannot be asked for more
  check_promises(connection, faults);
  check_states(connection, faults);
  return faults;
}

}  // namespace collector
