// The contract's rules of identity, each with the feed that needs it.
#include "store/items.h"
#include "store/poll.h"
#include "store_fixture.h"
#include "support/catch.h"

using namespace collector;

namespace {

/// The same entry under another guid.
Item renamed(Item item, const std::string& guid) {
  item.guid = guid;
  item.key = guid;
  return item;
}

}  // namespace

TEST_CASE_METHOD(StoreFixture, "new guids for the same links double nothing") {
  const std::vector entries{entry("planet", "a", 8), entry("planet", "b", 9)};
  save(*store, poll("planet", entries, january(10)));
  const std::string id = id_of("About a");

  const UpdateSummary summary =
      save(*store,
           poll("planet", {renamed(entries[0], "1"), renamed(entries[1], "2")}, january(11)));

  CHECK(summary.added == 0);
  CHECK(items().size() == 2);
  CHECK(item(id).item.guid == "1");
  CHECK(store->items().history(id).keys == std::vector<std::string>{"1", "tag:a"});
}

TEST_CASE_METHOD(StoreFixture, "a guid that comes back finds its item again") {
  const Item a = entry("planet", "a", 8);
  save(*store, poll("planet", {a}, january(10)));
  save(*store, poll("planet", {renamed(a, "1")}, january(11)));

  CHECK(save(*store, poll("planet", {a}, january(12))).added == 0);
  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture, "an entry whose old guid is still listed is another one") {
  const Item a = entry("planet", "a", 8);
  save(*store, poll("planet", {a}, january(10)));

  CHECK(save(*store, poll("planet", {a, renamed(a, "1")}, january(11))).added == 1);
}

TEST_CASE_METHOD(StoreFixture, "entries that share a link adopt nothing") {
  Item a = entry("planet", "a", 8);
  Item b = entry("planet", "b", 8);
  b.canonical_url = a.canonical_url;
  save(*store, poll("planet", {a, b}, january(10)));

  CHECK(save(*store, poll("planet", {renamed(a, "1")}, january(11))).added == 1);
}

TEST_CASE_METHOD(StoreFixture, "a link that stands twice in the document adopts nothing") {
  const Item a = entry("planet", "a", 8);
  save(*store, poll("planet", {a}, january(10)));

  const FeedUpdate twice = poll("planet", {renamed(a, "1"), renamed(a, "2")}, january(11));

  CHECK(save(*store, twice).added == 2);
}

TEST_CASE_METHOD(StoreFixture, "a page of another feed is another item") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));

  CHECK(save(*store, poll("other", {entry("other", "a", 8)}, january(10))).added == 1);
}

TEST_CASE_METHOD(StoreFixture, "a page moves with its guid and is found at both places") {
  Item a = entry("planet", "a", 8);
  save(*store, poll("planet", {a}, january(10)));
  Item moved = a;
  moved.url = moved.canonical_url = "https://blog.example/2024/a";
  save(*store, poll("planet", {moved}, january(11)));

  CHECK(save(*store, poll("planet", {renamed(moved, "1")}, january(12))).added == 0);
  CHECK(save(*store, poll("planet", {renamed(a, "2")}, january(13))).added == 0);
  CHECK(items().size() == 1);
}

TEST_CASE_METHOD(StoreFixture, "half a document neither doubles nor adopts") {
  const Item a = entry("planet", "a", 8);
  save(*store, poll("planet", {a}, january(10)));
  FeedUpdate half = poll("planet", {renamed(a, "1"), entry("planet", "b", 9)}, january(11));
  half.complete = false;

  CHECK(save(*store, half).added == 1);
  CHECK(titles(items()) == std::vector<std::string>{"About a", "About b"});
}

TEST_CASE_METHOD(StoreFixture, "a dropped item stays dropped whatever its feed does to it") {
  const Item a = entry("planet", "a", 8);
  save(*store, poll("planet", {a, entry("planet", "b", 9)}, january(10)));
  const std::string id = id_of("About a");
  decide(DecisionKind::Drop, id);
  Item changed = renamed(a, "1");
  changed.title = "All about a";
  changed.date = january(45);

  save(*store, poll("planet", {entry("planet", "b", 9)}, january(11)));
  save(*store, poll("planet", {changed, entry("planet", "b", 9)}, january(12)));

  CHECK(item(id).state == State::Dropped);
  CHECK(item(id).item.date == january(8));
  CHECK(items().size() == 2);
}

TEST_CASE_METHOD(StoreFixture, "a dropped item does not come back under a link it shares") {
  const Item a = entry("planet", "a", 8);
  Item b = entry("planet", "b", 9);
  b.canonical_url = a.canonical_url;
  save(*store, poll("planet", {a, b}, january(10)));
  decide(DecisionKind::Drop, id_of("About a"));

  save(*store, poll("planet", {renamed(a, "1"), renamed(b, "2")}, january(11)));

  CHECK(items({.state = State::Dropped}).size() == 2);
  CHECK(items({.state = State::Undecided}).size() == 2);
}
