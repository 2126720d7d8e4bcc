// Every single change on disk that a fetch makes fails in turn. What was stored before is
// still there, and the next run reaches what an undisturbed one would have.
#include "core/error.h"
#include "failing_disk.h"
#include "new_store.h"
#include "store/documents.h"
#include "store/feeds.h"
#include "store/poll.h"
#include "support/catch.h"
#include "support/stored_items.h"

using namespace collector;

namespace {

/// Three feeds that move on by one entry a day.
std::vector<FeedUpdate> polls_of(int day) {
  std::vector<FeedUpdate> updates;
  for (const char* feed : {"a", "b", "c"}) {
    std::vector<Item> items;
    for (int n = day; n < day + 4; ++n)
      items.push_back(entry(feed, feed + std::to_string(n), n));
    items.back().content.assign(40'000, 'x');  // more than a page
    updates.push_back(poll(feed, items, january(day + 10)));
    updates.back().state.validators.etag = std::to_string(day);
  }
  return updates;
}

/// One run: opens the store, keeps an item, stores the polls one by one.
void run(const std::string& path, int day) {
  const auto store = open_store(path, Access::Write);
  for (const FeedUpdate& update : polls_of(day))
    save(*store, update);
  store->documents().remember_configuration("day " + std::to_string(day));
}

struct Contents {
  std::vector<std::string> titles;
  std::vector<std::string> etags;

  bool operator==(const Contents&) const = default;
};

Contents read(const std::string& path) {
  const auto store = open_store(path, Access::Read);
  REQUIRE(store->check().empty());
  Contents contents;
  contents.titles = titles(stored_items(*store));
  for (const FeedState& feed : store->feeds().all())
    contents.etags.push_back(feed.validators.etag);
  return contents;
}

/// What two undisturbed runs lead to.
Contents undisturbed() {
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  run(path, 1);
  run(path, 2);
  return read(path);
}

/// A feed's validators say that its new entries are stored: both or neither must be there.
void check_nothing_is_half_stored(const std::string& path) {
  const auto store = open_store(path, Access::Read);
  for (const FeedState& feed : store->feeds().all())
    CHECK(feed.items == (feed.validators.etag == "1" ? 4 : 5));
}

/// Lets change after change of the second run fail until one run meets no failure.
int fail_each_change(FailingDisk::Failure failure, const Contents& expected) {
  FailingDisk disk;
  for (int nth = 0;; ++nth) {
    const TemporaryFolder folder;
    const std::string path = folder.path("news.db");
    run(path, 1);
    disk.fail(nth, failure);
    try {
      run(path, 2);
    } catch (const StoreError& error) {
      CHECK_THAT(error.what(), StartsWith(path + ": "));
    }
    disk.mend();
    if (!disk.has_failed()) return nth;
    check_nothing_is_half_stored(path);
    run(path, 2);
    CHECK(read(path) == expected);
  }
}

}  // namespace

TEST_CASE("a change on disk that fails loses nothing") {
  CHECK(fail_each_change(FailingDisk::Failure::Once, undisturbed()) > 10);
}

TEST_CASE("a disk that is full from some change on loses nothing") {
  CHECK(fail_each_change(FailingDisk::Failure::FromThenOn, undisturbed()) > 10);
}

TEST_CASE("a first run on a disk that fails leaves something a second run can use") {
  const auto failure = GENERATE(FailingDisk::Failure::Once, FailingDisk::Failure::FromThenOn);
  FailingDisk disk;
  for (int nth = 0;; ++nth) {
    const TemporaryFolder folder;
    const std::string path = folder.path("news.db");
    disk.fail(nth, failure);
    CHECK_NOTHROW([&] {
      try {
        run(path, 1);
      } catch (const StoreError&) {
        // Said in one line; nothing else may come out.
      }
    }());
    disk.mend();
    if (!disk.has_failed()) break;
    run(path, 1);
    CHECK(read(path).titles.size() == 12);
  }
}
