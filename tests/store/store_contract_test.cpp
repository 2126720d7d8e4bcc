// What every store promises. A further backend is one more line in open_new().
#include "core/error.h"
#include "new_store.h"
#include "support/catch.h"

using namespace collector;

namespace {

struct Fixture {
  TemporaryFolder folder;
  std::unique_ptr<Store> store = open_store(folder.path("news.db"), Access::Write);

  std::string id_of(const std::string& title) {
    for (const StoredItem& stored : store->items({}))
      if (stored.item.title == title) return stored.id;
    return "";
  }

  void decide(DecisionKind kind, const std::string& id, const std::string& value = "",
              const std::string& field = "") {
    store->decide(std::vector{Decision{.kind = kind,
                                       .item_id = id,
                                       .who = "eva",
                                       .why = "because",
                                       .when = january(20),
                                       .value = value,
                                       .field = field}});
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "what a poll brought is there, by date") {
  save(*store, poll("planet", {entry("planet", "b", 9), entry("planet", "a", 8)}, january(10)));

  CHECK(titles(store->items({})) == std::vector<std::string>{"About a", "About b"});
}

TEST_CASE_METHOD(Fixture, "an item comes back as it was given") {
  Item given = entry("planet", "a", 8);
  given.links = {"https://a.example/1", "https://a.example/2"};
  given.categories = {"xmpp", "release notes"};
  given.reasons = {"the feed says so"};
  given.author = "Eva";
  given.language = "de";
  given.kind = ItemKind::Release;
  given.project = "libfoo";
  given.version = "1.0";
  given.group = "foo.example";
  given.confidence = 0.5;
  given.updated = january(9);
  save(*store, poll("planet", {given}, january(10)));

  const StoredItem stored = store->item(id_of("About a"));

  CHECK(stored.item.links == given.links);
  CHECK(stored.item.categories == given.categories);
  CHECK(stored.item.reasons == given.reasons);
  CHECK(stored.item.content == given.content);
  CHECK(stored.item.kind == ItemKind::Release);
  CHECK(stored.item.group == "foo.example");
  CHECK(stored.item.published == given.published);
  CHECK(stored.item.updated == given.updated);
  CHECK(stored.first_seen == january(10));
  CHECK(stored.state == State::Undecided);
}

TEST_CASE_METHOD(Fixture, "the state of a feed comes back as it was given") {
  FeedUpdate update = poll("planet", {entry("planet", "a", 8)}, january(10));
  update.state.validators = {"W/\"1\"", "yesterday"};
  update.state.next_check = january(11);
  update.state.moved_to = "https://new.example/feed";
  update.state.failures = 2;
  update.state.entries_per_week = 1.5;
  save(*store, update);

  const FeedState state = store->feeds().at(0);

  CHECK(state.validators == update.state.validators);
  CHECK(state.next_check == january(11));
  CHECK(state.moved_to == "https://new.example/feed");
  CHECK(state.failures == 2);
  CHECK(state.entries_per_week == 1.5);
  CHECK(state.items == 1);
  CHECK(state.last_new_item == january(10));
  CHECK_FALSE(state.failing_since.has_value());
}

TEST_CASE_METHOD(Fixture, "the same document again changes nothing") {
  const FeedUpdate update = poll("planet", {entry("planet", "a", 8)}, january(10));
  save(*store, update);

  const UpdateSummary again = save(*store, update);

  CHECK(again.added == 0);
  CHECK(again.changed == 0);
  CHECK(store->items({}).size() == 1);
}

TEST_CASE_METHOD(Fixture,
                 "an edited entry stays one item in its month, and keeps its history") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string id = id_of("About a");
  Item edited = entry("planet", "a", 8);
  edited.title = "All about a";
  edited.date = january(40);
  edited.published = january(40);
  save(*store, poll("planet", {edited}, january(41)));

  const StoredItem stored = store->item(id);

  CHECK(stored.item.title == "All about a");
  CHECK(stored.item.date == january(8));
  CHECK(stored.item.published == january(8));
  CHECK(stored.first_seen == january(10));
  CHECK(store->history(id).versions.at(0).title == "About a");
}

TEST_CASE_METHOD(Fixture, "a decision makes the state, undoing takes it back") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string id = id_of("About a");

  decide(DecisionKind::Keep, id);
  CHECK(store->item(id).state == State::Kept);
  decide(DecisionKind::Drop, id);
  CHECK(store->item(id).state == State::Dropped);
  decide(DecisionKind::Undo, id);
  CHECK(store->item(id).state == State::Kept);
  decide(DecisionKind::Undo, id);
  CHECK(store->item(id).state == State::Undecided);
  CHECK(store->decisions(id).size() == 4);
  CHECK_THROWS_AS(decide(DecisionKind::Undo, id), Error);
}

TEST_CASE_METHOD(Fixture, "an id may be abbreviated as long as it is clear") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string id = id_of("About a");

  CHECK(store->item(id.substr(0, 4)).id == id);
  CHECK_THROWS_AS(store->item("zzz"), Error);
  CHECK_THROWS_AS(store->item(""), Error);
}

TEST_CASE_METHOD(Fixture, "words are found at the beginning of words in title and short text") {
  save(*store,
       poll("planet", {entry("planet", "alpha", 8), entry("planet", "beta", 9)}, january(10)));

  CHECK(titles(store->items({.text = "alph about"})) ==
        std::vector<std::string>{"About alpha"});
  CHECK(store->items({.text = "lpha"}).empty());
  CHECK(store->items({.text = "\" OR * NEAR("}).empty());
}

TEST_CASE_METHOD(Fixture, "a sound store has no faults") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  decide(DecisionKind::Keep, id_of("About a"));

  CHECK(store->check().empty());
}
