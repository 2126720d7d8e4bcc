// Feeds that suddenly look new, and feeds that are.
#include "store/feeds.h"
#include "store/poll.h"
#include "store_fixture.h"
#include "support/catch.h"

using namespace collector;

namespace {

/// Ten entries, `name`0 to `name`9, one a day from `first_day` on.
std::vector<Item> ten(const std::string& name, int first_day) {
  std::vector<Item> entries;
  for (int n = 0; n < 10; ++n)
    entries.push_back(entry("planet", name + std::to_string(n), first_day + n));
  return entries;
}

/// The same without dates, as normalise gives them on `day`.
std::vector<Item> undated(std::vector<Item> entries, int day) {
  for (Item& item : entries) {
    item.published.reset();
    item.date = january(day);
    item.date_source = DateSource::FirstSeen;
  }
  return entries;
}

}  // namespace

TEST_CASE_METHOD(StoreFixture, "old entries that suddenly look new wait in quarantine") {
  save(*store, poll("planet", ten("old", 1), january(30)));

  const UpdateSummary summary = save(*store, poll("planet", ten("new", 1), january(31)));

  CHECK(summary.quarantined == 10);
  CHECK(items({.state = State::Quarantined}).size() == 10);
  CHECK(store->feeds().all().at(0).quarantined == 10);
  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture, "a reviewer lets an item out of quarantine, and back in") {
  save(*store, poll("planet", ten("old", 1), january(30)));
  save(*store, poll("planet", ten("new", 1), january(31)));
  const std::string id = id_of("About new3");

  decide(DecisionKind::Keep, id);
  CHECK(item(id).state == State::Kept);
  decide(DecisionKind::Undo, id);
  CHECK(item(id).state == State::Quarantined);
}

TEST_CASE_METHOD(StoreFixture, "what follows entries in quarantine is quarantined too") {
  save(*store, poll("planet", ten("old", 1), january(30)));
  std::vector<Item> entries = ten("new", 1);
  save(*store, poll("planet", entries, january(31)));
  entries.push_back(entry("planet", "newest", 32));

  CHECK(save(*store, poll("planet", entries, january(32))).quarantined == 1);
}

TEST_CASE_METHOD(StoreFixture, "another owner's feed under another title is quarantined") {
  save(*store, poll("planet", ten("old", 1), january(30)));
  FeedUpdate casino = poll("planet", ten("bonus", 31), january(41));
  casino.state.title = "Casino";

  CHECK(save(*store, casino).quarantined == 10);
}

TEST_CASE_METHOD(StoreFixture, "a feed that was not read for long may be all new") {
  save(*store, poll("planet", ten("old", 1), january(11)));

  CHECK(save(*store, poll("planet", ten("new", 20), january(31))).quarantined == 0);
}

TEST_CASE_METHOD(StoreFixture, "years of history in a first poll are nothing to worry about") {
  const UpdateSummary summary = save(*store, poll("planet", ten("old", -900), january(10)));

  CHECK(summary.quarantined == 0);
  CHECK(items({.window = Window{january(1), january(32)}}).empty());
}

TEST_CASE_METHOD(StoreFixture, "undated entries are doubtful in a first poll and not later") {
  const std::vector<Item> entries = undated(ten("old", 1), 10);
  save(*store, poll("planet", entries, january(10)));
  std::vector<Item> later = undated(ten("old", 1), 12);
  later.push_back(undated({entry("planet", "fresh", 1)}, 12).front());
  save(*store, poll("planet", later, january(12)));

  CHECK(item(id_of("About old1")).doubtful);
  CHECK(item(id_of("About old1")).item.date == january(10));
  CHECK_FALSE(item(id_of("About fresh")).doubtful);
}
