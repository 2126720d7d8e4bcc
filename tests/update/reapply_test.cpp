#include "update/reapply.h"

#include "config/config.h"
#include "store/decisions.h"
#include "store/items.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/stored_items.h"

using namespace collector;

namespace {

constexpr UtcTime kNow{seconds{1'700'000'000}};

Item item(const std::string& key, const std::string& title) {
  Item made;
  made.feed = "harbour";
  made.key = key;
  made.title = title;
  made.url = "https://harbour.example/" + key;
  made.canonical_url = made.url;
  made.date = kNow;
  made.section = "articles";
  made.confidence = 0.3;
  return made;
}

/// A store with two items that were placed by the rules of yesterday.
std::unique_ptr<Store> stored() {
  auto store = open_store(":memory:", Access::Write);
  FeedUpdate update;
  update.state.name = "harbour";
  update.state.url = "https://harbour.example/feed";
  update.items = {item("1", "Quay is out"), item("2", "How to moor")};
  store->polls().save({&update, 1}, kNow);
  return store;
}

Config with_rule() {
  return parse_config(
      "feeds:\n"
      "  - name: harbour\n"
      "    url: https://harbour.example/feed\n"
      "    rules:\n"
      "      - title: Quay\n"
      "        section: clients\n",
      "feeds.yaml");
}

const Replacement* change_of(const std::string& title,
                             const std::vector<Replacement>& changes) {
  for (const Replacement& change : changes)
    if (change.before.item.title == title) return &change;
  return nullptr;
}

}  // namespace

TEST_CASE("what today's rules say otherwise is told, and stored only when asked") {
  const auto store = stored();

  const auto changes = judge_anew(with_rule(), *store);

  const Replacement* quay = change_of("Quay is out", changes);
  REQUIRE(quay != nullptr);
  CHECK(quay->moves());
  CHECK(quay->after.section == "clients");
  CHECK(store->items().item(quay->before.id).item.section == "articles");
}

TEST_CASE("what somebody decided on is not judged anew") {
  const auto store = stored();
  for (const StoredItem& one : stored_items(*store)) {
    Decision keep;
    keep.kind = DecisionKind::Keep;
    keep.item_id = one.id;
    keep.by = {"Ann", "", kNow};
    store->decisions().record({&keep, 1});
  }

  CHECK(judge_anew(with_rule(), *store).empty());
}
