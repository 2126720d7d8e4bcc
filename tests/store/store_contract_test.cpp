// What every store promises. A further backend is one more line in open_new().
#include "core/conflict.h"
#include "core/error.h"
#include "store/decisions.h"
#include "store/documents.h"
#include "store/feeds.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/placement.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/standing.h"
#include "store_fixture.h"
#include "support/catch.h"

#include <atomic>
#include <future>
#include <map>
#include <set>
#include <span>

using namespace collector;

TEST_CASE_METHOD(StoreFixture, "what a poll brought is there, by date") {
  save(*store, poll("planet", {entry("planet", "b", 9), entry("planet", "a", 8)}, january(10)));

  CHECK(titles(store->items().find({})) == std::vector<std::string>{"About a", "About b"});
}

TEST_CASE_METHOD(StoreFixture, "an item comes back as it was given") {
  Item given = entry("planet", "a", 8);
  given.links = {"https://a.example/1", "https://a.example/2"};
  given.categories = {"xmpp", "release notes"};
  given.reasons = {"the feed says so"};
  given.author = "Eva";
  given.language = "de";
  given.kind = ItemKind::Release;
  given.project = "libfoo";
  given.version = "1.0";
  given.further_versions = {"0.9.1", "0.8.7"};
  given.owner = "eva";
  given.group = "foo.example";
  given.confidence = 0.5;
  given.updated = january(9);
  save(*store, poll("planet", {given}, january(10)));

  const StoredItem stored = store->items().item(id_of("About a"));

  CHECK(stored.item.links == given.links);
  CHECK(stored.item.categories == given.categories);
  CHECK(stored.item.reasons == given.reasons);
  CHECK(stored.item.content == given.content);
  CHECK(stored.item.kind == ItemKind::Release);
  CHECK(stored.item.further_versions == given.further_versions);
  CHECK(stored.item.owner == "eva");
  CHECK(stored.item.group == "foo.example");
  CHECK(stored.item.published == given.published);
  CHECK(stored.item.updated == given.updated);
  CHECK(stored.first_seen == january(10));
  CHECK(stored.state == State::Undecided);
}

TEST_CASE_METHOD(StoreFixture, "the state of a feed comes back as it was given") {
  FeedUpdate update = poll("planet", {entry("planet", "a", 8)}, january(10));
  update.state.validators = {"W/\"1\"", "yesterday"};
  update.state.next_check = january(11);
  update.state.moved_to = "https://new.example/feed";
  update.state.failures = 2;
  update.state.entries_per_week = 1.5;
  update.state.ttl = seconds{86400};
  update.state.filter = -7;
  save(*store, update);

  const FeedState state = store->feeds().all().at(0);

  CHECK(state.validators == update.state.validators);
  CHECK(state.next_check == january(11));
  CHECK(state.moved_to == "https://new.example/feed");
  CHECK(state.failures == 2);
  CHECK(state.entries_per_week == 1.5);
  CHECK(state.ttl == seconds{86400});
  CHECK(state.filter == -7);
  CHECK(state.items == 1);
  CHECK(state.last_new_item == january(10));
  CHECK_FALSE(state.failing_since.has_value());
}

TEST_CASE_METHOD(StoreFixture, "feeds are known by name, those never polled by nothing") {
  save(*store, poll("planet", {}, january(10)));
  save(*store, poll("blog", {entry("blog", "a", 8)}, january(10)));
  const std::vector<std::string> names{"planet", "nobody", "blog"};

  std::vector<FeedState> known;
  store->feeds().each_named(names,
                            [&](FeedState&& state) { known.push_back(std::move(state)); });

  REQUIRE(known.size() == 3);
  CHECK(known[0].name == "planet");
  CHECK(known[1].name.empty());
  CHECK_FALSE(known[1].last_polled.has_value());
  CHECK(known[2].name == "blog");
  CHECK(known[2].items == 1);
  CHECK(store->feeds().all().size() == 2);
}

TEST_CASE_METHOD(StoreFixture, "the same document again changes nothing") {
  const FeedUpdate update = poll("planet", {entry("planet", "a", 8)}, january(10));
  save(*store, update);

  const UpdateSummary again = save(*store, update);

  CHECK(again.added == 0);
  CHECK(again.changed == 0);
  CHECK(store->items().find({}).size() == 1);
}

TEST_CASE_METHOD(StoreFixture,
                 "an edited entry stays one item in its month, and keeps its history") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string id = id_of("About a");
  Item edited = entry("planet", "a", 8);
  edited.title = "All about a";
  edited.date = january(40);
  edited.published = january(40);
  save(*store, poll("planet", {edited}, january(41)));

  const StoredItem stored = store->items().item(id);

  CHECK(stored.item.title == "All about a");
  CHECK(stored.item.date == january(8));
  CHECK(stored.item.published == january(8));
  CHECK(stored.first_seen == january(10));
  CHECK(store->items().history(id).versions.at(0).title == "About a");
}

TEST_CASE_METHOD(StoreFixture, "a decision makes the state, undoing takes it back") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string id = id_of("About a");

  decide(DecisionKind::Keep, id);
  CHECK(store->items().item(id).state == State::Kept);
  decide(DecisionKind::Drop, id);
  CHECK(store->items().item(id).state == State::Dropped);
  decide(DecisionKind::Undo, id);
  CHECK(store->items().item(id).state == State::Kept);
  decide(DecisionKind::Undo, id);
  CHECK(store->items().item(id).state == State::Undecided);
  CHECK(store->decisions().on(id).size() == 4);
  CHECK_THROWS_AS(decide(DecisionKind::Undo, id), Error);
}

TEST_CASE_METHOD(StoreFixture, "an id that fits several items is told with two of them") {
  std::vector<Item> entries;
  for (int i = 0; i < 17; ++i)  // of a digit's sixteen values, two begin with the same
    entries.push_back(entry("planet", std::to_string(i), 8));
  save(*store, poll("planet", entries, january(10)));
  std::set<char> digits;
  std::string shared;
  for (const StoredItem& stored : store->items().find({}))
    if (!digits.insert(stored.id.front()).second) shared = stored.id.substr(0, 1);

  REQUIRE_FALSE(shared.empty());
  CHECK_THROWS_WITH(store->items().item(shared), StartsWith(shared + " fits several items"));
}

TEST_CASE_METHOD(StoreFixture, "an id may be abbreviated as long as it is clear") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string id = id_of("About a");

  CHECK(store->items().item(id.substr(0, 4)).id == id);
  CHECK_THROWS_AS(store->items().item("zzz"), Error);
  CHECK_THROWS_AS(store->items().item(""), Error);
}

TEST_CASE_METHOD(StoreFixture,
                 "words are found at the beginning of words in title and short text") {
  save(*store,
       poll("planet", {entry("planet", "alpha", 8), entry("planet", "beta", 9)}, january(10)));

  CHECK(titles(store->items().find({.text = "alph about"})) ==
        std::vector<std::string>{"About alpha"});
  CHECK(store->items().find({.text = "lpha"}).empty());
  CHECK(store->items().find({.text = "\" OR * NEAR("}).empty());
}

TEST_CASE_METHOD(StoreFixture, "scripts without blanks are found anywhere in a text") {
  save(*store,
       poll("planet", {entry("planet", "2.0の使い方を解説", 8), entry("planet", "beta", 9)},
            january(10)));

  CHECK(store->items().find({.text = "使い方"}).size() == 1);
  CHECK(store->items().find({.text = "解説 about"}).size() == 1);
  CHECK(store->items().find({.text = "使い方 beta"}).empty());
  CHECK(store->items().find({.text = "公開"}).empty());
}

TEST_CASE_METHOD(StoreFixture, "case and signs do not matter beside scripts without blanks") {
  save(*store,
       poll("planet",
            {entry("planet", "1 XMPP サーバー入門 Prosody編", 8),
             entry("planet", "2 Überガイド", 9), entry("planet", "3 XMPP、Jabber とは", 9)},
            january(10)));
  const auto found = [this](const std::string& text) {
    const std::vector<StoredItem> items = store->items().find({.text = text});
    return items.size() == 1 ? items.front().item.title.substr(0, 7) : "";
  };

  CHECK(found("prosody編") == "About 1");
  CHECK(found("「入門」") == "About 1");
  CHECK(found("überガイド") == "About 2");
  CHECK(found("ガイド。") == "About 2");
  CHECK(found("xmpp、jabber") == "About 3");
  CHECK(found("jabber、xmpp、") == "About 3");
  CHECK(found("、。") == "");
}

TEST_CASE_METHOD(StoreFixture, "signs that are no words are looked for, and found nowhere") {
  save(*store, poll("planet", {entry("planet", "alpha", 8)}, january(10)));

  for (const std::string text : {"\"", "\"\"", "!!!", "- *", " ", "\xe2\x80\x93", "()", "^"}) {
    INFO(text);
    CHECK(store->items().find({.text = text}).empty());
  }
  CHECK(store->items().find({.text = "\"alpha\" !"}).size() == 1);
  CHECK(store->items().find({.text = std::string("alpha\0about", 11)}).size() == 1);
}

TEST_CASE_METHOD(StoreFixture, "a sound store has no faults") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  decide(DecisionKind::Keep, id_of("About a"));

  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture, "the latest decision is known by its number, on whatever item") {
  CHECK(store->decisions().last() == 0);

  save(*store, poll("planet", {entry("planet", "a", 8), entry("planet", "b", 9)}, january(10)));
  decide(DecisionKind::Keep, id_of("About b"));
  decide(DecisionKind::Note, id_of("About a"));

  CHECK(store->decisions().last() == 2);
  CHECK(store->decisions().all().size() == 2);
  CHECK(store->decisions().on(id_of("About a")).at(0).number == 2);
  CHECK_THROWS_AS(store->decisions().on(""), Error);
}

TEST_CASE_METHOD(StoreFixture, "decisions are all made or none of them") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string id = id_of("About a");
  const std::vector decisions{Decision{.kind = DecisionKind::Keep, .item_id = id},
                              Decision{.kind = DecisionKind::Keep, .item_id = "nosuch"}};

  CHECK_THROWS_AS(store->decisions().record(decisions), Error);

  CHECK(store->items().item(id).state == State::Undecided);
  CHECK(store->decisions().all().empty());
}

TEST_CASE_METHOD(StoreFixture, "of decisions that have not seen each other one is made") {
  std::vector<Item> items;
  for (int i = 0; i < 5; ++i)
    items.push_back(entry("planet", std::to_string(i), 8));
  save(*store, poll("planet", items, january(10)));
  const std::vector<StoredItem> stored = store->items().find({});
  std::atomic<int> made = 0;
  std::atomic<int> refused = 0;
  const auto review = [&] {
    const auto own = open_store(path, Access::Write);  // as another process would
    for (const StoredItem& one : stored) {
      const Decision keep{.kind = DecisionKind::Keep, .item_id = one.id, .by = {"eva"}};
      try {
        own->decisions().record({&keep, 1}, {{one.id, 0}});
        ++made;
      } catch (const ConflictError&) {
        ++refused;
      }
    }
  };

  std::vector<std::future<void>> reviewers;
  for (int reviewer = 0; reviewer < 4; ++reviewer)
    reviewers.push_back(std::async(std::launch::async, review));
  for (std::future<void>& reviewer : reviewers)
    CHECK_NOTHROW(reviewer.get());

  CHECK(made == 5);
  CHECK(refused == 15);
  CHECK(store->decisions().all().size() == 5);
}

TEST_CASE_METHOD(StoreFixture, "an overtaken decision takes all that came with it along") {
  save(*store, poll("planet", {entry("planet", "a", 8), entry("planet", "b", 9)}, january(10)));
  const std::string a = id_of("About a");
  const std::string b = id_of("About b");
  decide(DecisionKind::Drop, b);
  const std::vector keeps{Decision{.kind = DecisionKind::Keep, .item_id = a},
                          Decision{.kind = DecisionKind::Keep, .item_id = b}};

  CHECK_THROWS_WITH(store->decisions().record(keeps, {{a, 0}, {b, 0}}),
                    ContainsSubstring("eva has decided meanwhile"));
  CHECK(store->items().item(a).state == State::Undecided);

  decide(DecisionKind::Note, b);
  store->decisions().record(keeps, {{a, 0}, {b, 1}});
  CHECK(store->items().item(b).state == State::Kept);
}

TEST_CASE_METHOD(StoreFixture, "a reviewer's section and words win until they are undone") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string id = id_of("About a");

  decide(DecisionKind::Move, id, "clients");
  decide(DecisionKind::Edit, id, "A better title", "title");
  decide(DecisionKind::Edit, id, "A better text", "text");

  StoredItem stored = store->items().item(id);
  CHECK(stored.item.section == "clients");
  CHECK(stored.moved);
  CHECK(stored.item.title == "About a");
  CHECK(stored.edited_title == "A better title");
  CHECK(stored.edited_text == "A better text");
  CHECK(store->items().find({.section = "clients"}).size() == 1);
  CHECK(store->items().find({.section = "articles"}).empty());
  CHECK(store->decisions().on(id).at(0).before == "articles");

  for (int n = 0; n < 3; ++n)
    decide(DecisionKind::Undo, id);
  stored = store->items().item(id);
  CHECK(stored.item.section == "articles");
  CHECK(stored.edited_title.empty());
}

TEST_CASE_METHOD(StoreFixture,
                 "a merge names the other item in full, and stands until undone") {
  save(*store, poll("planet", {entry("planet", "a", 8), entry("planet", "b", 9)}, january(10)));
  const std::string other = id_of("About b");

  decide(DecisionKind::Merge, id_of("About a"), other.substr(0, 5));

  CHECK(standing_decisions(store->decisions().all()).at(0).value == other);
  CHECK_THROWS_AS(decide(DecisionKind::Merge, id_of("About a"), "nosuch"), Error);
  decide(DecisionKind::Undo, id_of("About a"));
  CHECK(standing_decisions(store->decisions().all()).empty());
}

TEST_CASE_METHOD(StoreFixture, "what was set aside as noise is taken up by moving it") {
  Item noise = entry("planet", "a", 8);
  noise.noise = true;
  save(*store, poll("planet", {noise}, january(10)));
  const std::string id = id_of("About a");
  CHECK(store->items().item(id).state == State::Noise);

  decide(DecisionKind::Move, id, "clients");

  CHECK(store->items().item(id).state == State::Undecided);
}

TEST_CASE_METHOD(StoreFixture, "a new classification leaves decided items alone") {
  save(*store, poll("planet", {entry("planet", "a", 8), entry("planet", "b", 9)}, january(10)));
  decide(DecisionKind::Keep, id_of("About a"));

  const std::vector placements{Placement{id_of("About a"), "clients", true, 1, {"a rule"}},
                               Placement{id_of("About b"), "clients", true, 1, {"a rule"}}};

  CHECK(store->items().place(placements) == 1);
  CHECK(store->items().item(id_of("About a")).item.section == "articles");
  CHECK(store->items().item(id_of("About b")).state == State::Noise);
  CHECK(store->items().place(placements) == 0);
}

TEST_CASE_METHOD(StoreFixture, "an entry by hand is kept, once for each page") {
  Item item = entry("", "by-hand", 8);
  const Signature by{"eva", "", january(9)};

  const std::string id = store->items().add(item, by);

  CHECK(store->items().item(id).state == State::Kept);
  CHECK(store->items().item(id).item.feed.empty());
  CHECK(store->items().add(item, by) == id);
  CHECK(store->feeds().all().empty());
  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture, "only items of the window, the feed and the state are listed") {
  save(*store,
       poll("planet", {entry("planet", "a", 8), entry("planet", "b", 40)}, january(50)));
  save(*store, poll("other", {entry("other", "c", 9)}, january(50)));
  decide(DecisionKind::Drop, id_of("About c"));

  const Window in_january{january(1), january(32)};
  CHECK(titles(store->items().find({.window = in_january})) ==
        std::vector<std::string>{"About a", "About c"});
  CHECK(titles(store->items().find({.state = State::Dropped})) ==
        std::vector<std::string>{"About c"});
  CHECK(titles(store->items().find({.feed = "planet"})) ==
        std::vector<std::string>{"About a", "About b"});
}

TEST_CASE_METHOD(StoreFixture, "a host's wish to be left alone ends when it is over") {
  store->polls().hold({"slow.example", january(5), "429"}, january(4));
  store->polls().hold({"slow.example", january(6), "429 again"}, january(4));

  CHECK(store->polls().holds(january(5)).at(0).reason == "429 again");
  CHECK(store->polls().holds(january(6)).empty());
}

TEST_CASE_METHOD(StoreFixture, "of two wishes to be left alone the longer one counts") {
  store->polls().hold({"slow.example", january(6), "429"}, january(4));
  store->polls().hold({"slow.example", january(4), "429 again"}, january(4));

  CHECK(store->polls().holds(january(5)).at(0).reason == "429");
}

TEST_CASE_METHOD(StoreFixture, "a wish that a clock which was ahead has dated does not count") {
  store->polls().hold({"slow.example", january(31), "429"}, january(30));

  CHECK(store->polls().holds(january(4)).empty());
  store->polls().hold({"slow.example", january(6), "429 again"}, january(4));
  CHECK(store->polls().holds(january(4)).at(0).reason == "429 again");
}

TEST_CASE_METHOD(StoreFixture, "documents are kept as they were left") {
  CHECK(store->documents().configuration().empty());

  store->documents().remember_configuration("feeds: []\n");
  store->documents().remember_model("weights");
  store->documents().remember_configuration("feeds: [1]\n");

  CHECK(store->documents().configuration() == "feeds: [1]\n");
  CHECK(store->documents().model() == "weights");
}

TEST_CASE_METHOD(StoreFixture, "the list of extensions is the one stated last") {
  FeedUpdate update = poll("xeps", {}, january(10));
  Specification streams;
  streams.number = "198";
  streams.title = "Stream Management";
  update.specifications = {streams, Specification()};
  save(*store, update);
  streams.status = "Final";
  update.specifications = {streams};
  save(*store, update);
  update.specifications.clear();
  save(*store, update);

  const auto specifications = store->feeds().specifications("xeps");

  REQUIRE(specifications.size() == 1);
  CHECK(specifications[0].title == "Stream Management");
  CHECK(specifications[0].status == "Final");
  CHECK(store->feeds().specifications("planet").empty());
}

TEST_CASE_METHOD(StoreFixture,
                 "what of a poll is news is told, and placed, before it is stored") {
  save(*store, poll("planet", {entry("planet", "a", 8), entry("planet", "b", 8)}, january(10)));
  std::vector<FeedUpdate> updates{
      poll("blog", {entry("blog", "d", 9)}, january(11)),
      poll("planet",
           {entry("planet", "c", 9), entry("planet", "a", 8), entry("planet", "b", 8)},
           january(11))};
  updates[1].items[2].summary = "What there is to add";
  std::map<std::size_t, std::vector<std::size_t>> told;

  const auto place = [&](std::size_t number, std::span<Item> items,
                         std::span<const std::size_t> places) {
    told[number].assign(places.begin(), places.end());
    for (const std::size_t one : places)
      items[one].section = "placed";
  };
  store->polls().save(updates, january(11), place);

  CHECK(told == std::map<std::size_t, std::vector<std::size_t>>{{0, {0}}, {1, {0, 2}}});
  CHECK(store->items().item(id_of("About c")).item.section == "placed");
  CHECK(store->items().item(id_of("About b")).item.section == "placed");
  CHECK(store->items().item(id_of("About a")).item.section != "placed");

  told.clear();
  store->polls().save(updates, january(12), place);
  CHECK(told.empty());
}

TEST_CASE_METHOD(StoreFixture, "when what is new cannot be placed, nothing is stored") {
  std::vector<FeedUpdate> updates{poll("planet", {entry("planet", "a", 8)}, january(10))};
  const auto fail = [](std::size_t, std::span<Item>, std::span<const std::size_t>) {
    throw Error("no model");
  };

  CHECK_THROWS_AS(store->polls().save(updates, january(10), fail), Error);

  CHECK(store->feeds().all().empty());
  CHECK(store->items().find({}).empty());
}

TEST_CASE_METHOD(StoreFixture, "how an entry is classified does not make it news") {
  FeedUpdate update = poll("planet", {entry("planet", "a", 8)}, january(10));
  save(*store, update);
  update.items[0].section = "clients";

  CHECK(save(*store, update).changed == 0);
}

TEST_CASE_METHOD(StoreFixture, "several polls are stored in one go, or none of them") {
  std::vector<FeedUpdate> updates{poll("planet", {entry("planet", "a", 8)}, january(10)),
                                  poll("other", {entry("other", "b", 8)}, january(10))};

  const auto summaries = store->polls().save(updates, january(10));

  CHECK(summaries.size() == 2);
  CHECK(store->items().find({}).size() == 2);
}

TEST_CASE_METHOD(StoreFixture, "a copy holds everything, and never overwrites a file") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  const std::string copy = folder.path("copy.db");

  store->backup(copy);

  CHECK(open_store(copy, Access::Read)->items().find({}).size() == 1);
  CHECK_THROWS_AS(store->backup(copy), StoreError);
}

TEST_CASE_METHOD(StoreFixture, "a copy that cannot be made says where and why") {
  const std::string nowhere = folder.path("missing") + "/copy.db";

  CHECK_THROWS_WITH(store->backup(nowhere),
                    StartsWith(nowhere + ": the copy was not made: cannot be opened"));
}
