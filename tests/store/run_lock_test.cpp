#include "store/run_lock.h"

#include "core/error.h"
#include "store/new_store.h"
#include "support/catch.h"

#include <memory>
#include <thread>

using namespace collector;

TEST_CASE("a second run is refused while the first one works, and let in after it") {
  const TemporaryFolder folder;
  const std::string database = folder.path("news.db");
  {
    const RunLock first(database, seconds{0});
    CHECK_THROWS_AS(RunLock(database, seconds{0}), LockedError);
  }

  CHECK_NOTHROW(RunLock(database, seconds{0}));
}

TEST_CASE("a second run that may wait begins when the first one ends") {
  const TemporaryFolder folder;
  const std::string database = folder.path("news.db");
  auto first = std::make_unique<RunLock>(database, seconds{0});
  std::thread end_of_first([&] { first.reset(); });

  CHECK_NOTHROW(RunLock(database, seconds{60}));
  end_of_first.join();
}

TEST_CASE("a lock that cannot be made is trouble with the database") {
  CHECK_THROWS_AS(RunLock("/nonexistent/news.db", seconds{0}), StoreError);
}
