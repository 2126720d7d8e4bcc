#include "review/review.h"

#include "core/conflict.h"
#include "core/error.h"
#include "store/decisions.h"
#include "store/items.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/stored_items.h"

using namespace collector;
using namespace std::chrono;

namespace {

constexpr UtcTime kNow = sys_days{2024y / February / 2};
const std::vector<Section> kSections{
    {.name = "articles", .heading = "Articles", .parent = "", .empty = "", .subsections = {}},
    {.name = "talks", .heading = "Talks", .parent = "", .empty = "", .subsections = {}}};

/// A store with two items in articles.
class Desk {
 public:
  Desk() {
    FeedUpdate update;
    update.state.name = "planet";
    for (const char* title : {"one", "two"}) {
      Item& item = update.items.emplace_back();
      item.feed = "planet";
      item.key = item.guid = item.title = title;
      item.section = "articles";
      item.date = kNow;
    }
    store->polls().save({&update, 1}, kNow);
    ids = stored_ids(*store);
  }

  ReviewRequest request(DecisionKind kind, std::vector<std::string> of) const {
    ReviewRequest request;
    request.kind = kind;
    request.ids = std::move(of);
    request.by = {"Ana", "because", kNow};
    return request;
  }

  std::unique_ptr<Store> store = open_store(":memory:", Access::Write);
  std::vector<std::string> ids;
};

}  // namespace

TEST_CASE("a decision is recorded with who, when and why") {
  Desk desk;

  apply(desk.request(DecisionKind::Drop, {desk.ids[0]}), kSections, *desk.store);

  CHECK(desk.store->items().item(desk.ids[0]).state == State::Dropped);
  const auto log = desk.store->decisions().on(desk.ids[0]);
  REQUIRE(log.size() == 1);
  CHECK(log[0].by.who == "Ana");
  CHECK(log[0].by.why == "because");
  CHECK(log[0].by.when == kNow);
}

TEST_CASE("an undo brings back what was before") {
  Desk desk;
  apply(desk.request(DecisionKind::Drop, {desk.ids[0]}), kSections, *desk.store);

  apply(desk.request(DecisionKind::Undo, {desk.ids[0]}), kSections, *desk.store);

  CHECK(desk.store->items().item(desk.ids[0]).state == State::Undecided);
}

TEST_CASE("an item named twice is decided once") {
  Desk desk;

  const auto done = apply(desk.request(DecisionKind::Keep, {desk.ids[0], desk.ids[0]}),
                          kSections, *desk.store);

  CHECK(done.size() == 1);
}

TEST_CASE("all of it or nothing: one unknown item stops the others") {
  Desk desk;

  CHECK_THROWS_AS(apply(desk.request(DecisionKind::Keep, {desk.ids[0], "ffffffffff"}),
                        kSections, *desk.store),
                  Error);

  CHECK(desk.store->items().item(desk.ids[0]).state == State::Undecided);
}

TEST_CASE("an item moves to a section that there is") {
  Desk desk;
  ReviewRequest move = desk.request(DecisionKind::Move, {desk.ids[0]});
  move.value = "talks";
  apply(move, kSections, *desk.store);
  CHECK(desk.store->items().item(desk.ids[0]).item.section == "talks");

  move.value = "talk";
  CHECK_THROWS_WITH(apply(move, kSections, *desk.store),
                    ContainsSubstring("did you mean \"talks\"?"));
}

TEST_CASE("merging wants two items and lets the first one lead") {
  Desk desk;
  CHECK_THROWS_AS(
      apply(desk.request(DecisionKind::Merge, {desk.ids[0]}), kSections, *desk.store),
      UsageError);
  CHECK_THROWS_AS(apply(desk.request(DecisionKind::Merge, {desk.ids[0], desk.ids[0]}),
                        kSections, *desk.store),
                  UsageError);

  const auto done = apply(desk.request(DecisionKind::Merge, desk.ids), kSections, *desk.store);

  REQUIRE(done.size() == 1);
  CHECK(done[0].item_id == desk.ids[1]);
  CHECK(done[0].value == desk.ids[0]);
}

TEST_CASE("a note without words and an edit without text are refused") {
  Desk desk;
  ReviewRequest note = desk.request(DecisionKind::Note, {desk.ids[0]});
  note.by.why.clear();

  CHECK_THROWS_AS(apply(note, kSections, *desk.store), MissingText);
  CHECK_THROWS_AS(
      apply(desk.request(DecisionKind::Edit, {desk.ids[0]}), kSections, *desk.store),
      MissingText);
}

TEST_CASE("a bullet typed whole is stored as the words of one") {
  Desk desk;
  ReviewRequest edit = desk.request(DecisionKind::Edit, {desk.ids[0]});
  edit.field = "text";
  edit.value =
      "- [x] [One](https://one.example) is out. <!-- c:1 -->\nMore of it\n\n  and more\n";

  apply(edit, kSections, *desk.store);

  CHECK(desk.store->items().item(desk.ids[0]).edited_text ==
        "[One](https://one.example) is out.\n  More of it\n\n  and more");
}

TEST_CASE("what somebody else has decided meanwhile is not overwritten") {
  Desk desk;
  apply(desk.request(DecisionKind::Drop, {desk.ids[0]}), kSections, *desk.store);
  ReviewRequest keep = desk.request(DecisionKind::Keep, desk.ids);
  keep.seen = {{desk.ids[0], 0}, {desk.ids[1], 0}};

  CHECK_THROWS_AS(apply(keep, kSections, *desk.store), ConflictError);

  CHECK(desk.store->items().item(desk.ids[0]).state == State::Dropped);
  CHECK(desk.store->items().item(desk.ids[1]).state == State::Undecided);

  keep.seen[desk.ids[0]] = latest_number(desk.store->decisions().on(desk.ids[0]));
  apply(keep, kSections, *desk.store);
  CHECK(desk.store->items().item(desk.ids[0]).state == State::Kept);
}

TEST_CASE("a note overtakes nobody") {
  Desk desk;
  apply(desk.request(DecisionKind::Note, {desk.ids[0]}), kSections, *desk.store);
  ReviewRequest keep = desk.request(DecisionKind::Keep, {desk.ids[0]});
  keep.seen = {{desk.ids[0], 0}};

  apply(keep, kSections, *desk.store);

  CHECK(desk.store->items().item(desk.ids[0]).state == State::Kept);
  CHECK(latest_number(desk.store->decisions().on(desk.ids[0])) == 2);
}

TEST_CASE("the latest stroke over several items is told from what lies before it") {
  Desk desk;
  CHECK(latest_stroke({}).empty());
  apply(desk.request(DecisionKind::Keep, desk.ids), kSections, *desk.store);
  CHECK(latest_stroke(desk.store->decisions().all()) == desk.ids);

  ReviewRequest edit = desk.request(DecisionKind::Edit, {desk.ids[0]});
  edit.field = "title";
  edit.value = "ONE";
  apply(edit, kSections, *desk.store);
  CHECK(latest_stroke(desk.store->decisions().all()) == std::vector{desk.ids[0]});

  apply(desk.request(DecisionKind::Undo, {desk.ids[0]}), kSections, *desk.store);
  CHECK(latest_stroke(desk.store->decisions().all()) == desk.ids);
}
