#include "store/run_lock.h"

#include "core/error.h"
#include "store/new_store.h"
#include "support/catch.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
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

TEST_CASE("a database has one lock, over links too, and before it is there") {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("news.db", folder.path("link.db"));
  std::filesystem::create_symlink(folder.path("link.db"), folder.path("link-to-link.db"));
  const RunLock first(folder.path("news.db"), seconds{0});

  CHECK_THROWS_AS(RunLock(folder.path("link.db"), seconds{0}), LockedError);
  CHECK_THROWS_AS(RunLock(folder.path("link-to-link.db"), seconds{0}), LockedError);
}

TEST_CASE("a second run that may wait begins when the first one ends") {
  const TemporaryFolder folder;
  const std::string database = folder.path("news.db");
  auto first = std::make_unique<RunLock>(database, seconds{0});
  std::thread end_of_first([&] { first.reset(); });

  CHECK_NOTHROW(RunLock(database, seconds{60}));
  end_of_first.join();
}

TEST_CASE("a lock that cannot be made is trouble with the database, in words") {
  const TemporaryFolder folder;
  const std::string nowhere = folder.path("missing") + "/news.db";
  CHECK_THROWS_AS(RunLock(nowhere, seconds{0}), StoreError);
  CHECK_THROWS_WITH(
      RunLock(nowhere, seconds{0}),
      nowhere + ": its folder does not exist; make it, or name another file with --db");
  const std::string file = folder.path("letter.txt");
  std::ofstream(file) << "Dear reader,\n";
  CHECK_THROWS_WITH(RunLock(file + "/news.db", seconds{0}),
                    StartsWith(file + "/news.db.lock: cannot be made (Not a directory)"));
}
