#include "update/run_lock.h"

#include "core/error.h"
#include "support/catch.h"

#include <cstdio>
#include <filesystem>
#include <unistd.h>

using namespace collector;

namespace {

/// A database path of its own, gone afterwards.
struct Place {
  std::string path =
      (std::filesystem::temp_directory_path() / ("collector-lock-" + std::to_string(getpid())))
          .string();

  ~Place() { std::remove((path + ".lock").c_str()); }
};

}  // namespace

TEST_CASE("a second run is refused while the first one works, and let in after it") {
  const Place place;
  {
    const RunLock first(place.path, seconds{0});
    CHECK_THROWS_AS(RunLock(place.path, seconds{0}), LockedError);
  }

  CHECK_NOTHROW(RunLock(place.path, seconds{0}));
}

TEST_CASE("a lock that cannot be made is trouble with the database") {
  CHECK_THROWS_AS(RunLock("/nonexistent/news.db", seconds{0}), StoreError);
}
