// Each thing that people and runs do to a store, with every change on disk that it makes
// failing in turn: it is done whole or not at all, and can be done again.
#include "core/error.h"
#include "failing_disk.h"
#include "new_store.h"
#include "store/store.h"
#include "store_acts.h"
#include "support/catch.h"

#include <string>

using namespace collector;

namespace {

/// Opens the store and does it; false: the disk failed.
bool done(const std::string& path, const Act& act) {
  try {
    act.run(*open_store(path, Access::Write));
    return true;
  } catch (const StoreError& error) {
    CHECK_THAT(error.what(), StartsWith(path + ": "));
    return false;
  }
}

/// Lets change after change fail until the act meets no failure; gives back how many there are.
int fail_each_change(const Act& act, const TemporaryFolder& folder,
                     FailingDisk::Failure failure) {
  const std::string filled = folder.path("filled.db");
  const std::string path = folder.path("news.db");
  put_store(filled, path);
  const std::string before = store_contents(path);
  REQUIRE(done(path, act));
  const std::string after = store_contents(path);
  REQUIRE(after != before);
  FailingDisk disk;
  for (int nth = 0;; ++nth) {
    put_store(filled, path);
    disk.fail(nth, failure);
    const bool was_done = done(path, act);
    disk.mend();
    if (!disk.has_failed()) return nth;
    const std::string left = store_contents(path);
    CHECK((left == after || (left == before && !was_done)));
    if (left == before) CHECK(done(path, act));
    CHECK(store_contents(path) == after);
  }
}

}  // namespace

TEST_CASE("whatever is done to a store is done whole or not at all on a disk that fails") {
  const TemporaryFolder folder;
  fill_store(*open_store(folder.path("filled.db"), Access::Write));
  for (const Act& act : store_acts()) {
    INFO(act.name);
    CHECK(fail_each_change(act, folder, FailingDisk::Failure::Once) > 2);
    CHECK(fail_each_change(act, folder, FailingDisk::Failure::FromThenOn) > 2);
  }
}
