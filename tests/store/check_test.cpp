// What "db check" finds: a store that is sound, and each promise broken behind its back.
#include "store/poll.h"
#include "store/sqlite.h"
#include "store_fixture.h"
#include "support/catch.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <array>

using namespace collector;

namespace {

struct Broken {
  const char* by;  // what somebody else does to the file
  const char* fault;
};

constexpr std::array<Broken, 14> kBroken{{
    {"DELETE FROM item_keys", "an item that its feed's next document would double"},
    {"UPDATE item_keys SET feed = 0", "a key that leads to another feed's item"},
    {"DELETE FROM item_pages", "an item that is not found by its page"},
    {"UPDATE item_pages SET feed = 0", "a page that leads to another feed's item"},
    {"UPDATE feeds SET items = 7 WHERE number > 0", "a feed whose items are counted wrongly"},
    {"DELETE FROM item_contents", "an item without its content"},
    {"UPDATE items SET state = 'printed'", "an item whose state contradicts the ledger"},
    {"UPDATE items SET printed_in = '2024-01'",
     "an item printed in an issue that is not closed"},
    {"UPDATE items SET date_source = 'first_seen', date_at = first_seen_at + 1",
     "an undated item dated after it was first seen"},
    {"UPDATE items SET state = 'noise'", "contradicts its classification"},
    {"UPDATE items SET state = 'kept'", "is kept although its decisions say undecided"},
    {"INSERT INTO item_words (item_words) VALUES ('delete-all')",
     "an item that 'list QUERY' does not find"},
    {"INSERT INTO item_words (rowid, title) VALUES (99, 'stray')",
     "words of an item that is not there"},
    {"PRAGMA foreign_keys = OFF; DELETE FROM feeds WHERE number > 0",
     "a row of items belongs to nothing"},
}};

}  // namespace

TEST_CASE_METHOD(StoreFixture, "a sound store has no faults, whatever was done with it") {
  save(*store, poll("planet", {entry("planet", "a", 8), entry("planet", "b", 9)}, january(10)));
  decide(DecisionKind::Keep, id_of("About a"));
  Item changed = entry("planet", "b", 9);
  changed.title = "…";  // no word at all
  save(*store, poll("planet", {entry("planet", "a", 8), changed}, january(11)));

  CHECK(store->check().empty());
  CHECK(open_store(path, Access::Read)->check().empty());
}

TEST_CASE_METHOD(StoreFixture, "each promise that is broken is a fault") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const Broken broken = GENERATE(from_range(kBroken));
  Connection(path, OpenMode::ReadWrite).execute(broken.by);

  const std::vector<std::string> faults = open_store(path, Access::Read)->check();

  CAPTURE(broken.by);
  CHECK_THAT(fmt::format("{}", fmt::join(faults, "; ")), ContainsSubstring(broken.fault));
}

TEST_CASE_METHOD(StoreFixture, "an index of words that is damaged is a fault") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  sqlite3* other = nullptr;  // a connection of ours does not let anyone touch these tables
  REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "DELETE FROM item_words_data WHERE id > 10", nullptr, nullptr,
                       nullptr) == SQLITE_OK);  // all but its table of contents
  sqlite3_close(other);

  const std::vector<std::string> faults = open_store(path, Access::Read)->check();

  CHECK_THAT(fmt::format("{}", fmt::join(faults, "; ")),
             ContainsSubstring("the index of words cannot be read"));
}
