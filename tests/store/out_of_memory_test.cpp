// Each thing that people and runs do to a store while memory runs out, in SQLite or in our own
// code: it is done whole or not at all, and can be done again.
#include "new_store.h"
#include "store/store.h"
#include "store_acts.h"
#include "support/catch.h"
#include "support/scarce_memory.h"

#include <sqlite3.h>

#include <exception>
#include <string>

using namespace collector;
using namespace collector::test;

namespace {

/// An act asks for some thousands of pieces: to refuse each of them in turn would take minutes.
/// No loop of SQLite's or ours is so long that only its like is met.
constexpr long kStride = 41;

sqlite3_mem_methods plenty;

void* take(int size) {
  return memory_is_refused() ? nullptr : plenty.xMalloc(size);
}

void* take_again(void* old, int size) {
  return memory_is_refused() ? nullptr : plenty.xRealloc(old, size);
}

/// From now on SQLite's memory is scarce, too. Before it is first used.
void make_sqlite_ask() {
  REQUIRE(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plenty) == SQLITE_OK);
  sqlite3_mem_methods scarce = plenty;
  scarce.xMalloc = take;
  scarce.xRealloc = take_again;
  REQUIRE(sqlite3_config(SQLITE_CONFIG_MALLOC, &scarce) == SQLITE_OK);
}

struct Outcome {
  bool refused = false;  // a piece of memory
  bool done = false;
};

Outcome try_with(long pieces, const std::string& path, const Act& act) {
  Outcome outcome;
  refuse_memory_after(pieces);
  try {
    act.run(*open_store(path, Access::Write));
    outcome.done = true;
  } catch (const std::exception&) {
    // What it says depends on who was refused.
  }
  outcome.refused = end_of_refusal();
  return outcome;
}

}  // namespace

TEST_CASE("whatever is done to a store is done whole or not at all when memory runs out") {
  make_sqlite_ask();
  const TemporaryFolder folder;
  const std::string filled = folder.path("filled.db");
  const std::string path = folder.path("news.db");
  fill_store(*open_store(filled, Access::Write));
  const std::string before = store_contents(filled);
  for (const Act& act : store_acts()) {
    INFO(act.name);
    put_store(filled, path);
    act.run(*open_store(path, Access::Write));
    const std::string after = store_contents(path);
    long pieces = 0;
    for (; true; pieces += kStride) {
      put_store(filled, path);
      const Outcome outcome = try_with(pieces, path, act);
      if (!outcome.refused) break;
      const std::string left = store_contents(path);
      CHECK((left == after || (left == before && !outcome.done)));
      if (left == before) act.run(*open_store(path, Access::Write));
      CHECK(store_contents(path) == after);
    }
    CHECK(pieces > 10 * kStride);
  }
}
