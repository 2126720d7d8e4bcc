// Random years in the life of a feed: polls, edits, new guids, removals, decisions. Whatever
// happens, no item is lost, none doubled, no dropped one comes back, no month changes.
#include "store/decisions.h"
#include "store/poll.h"
#include "store_fixture.h"
#include "support/catch.h"
#include "support/stored_items.h"

#include <algorithm>
#include <map>
#include <random>

using namespace collector;

namespace {

constexpr int kSteps = 120;
constexpr std::size_t kListed = 8;  // entries the feed shows at a time

/// A feed with a life of its own, and a reviewer; what they did is remembered for the checks.
class Life {
 public:
  Life(Store& store, unsigned seed) : store_(store), random_(seed) {}

  void step() {
    now_ += std::chrono::hours{5};
    switch (any_of(7)) {
      case 0:
      case 1:
        publish();
        break;
      case 2:
        edit();
        break;
      case 3:
        rename_guids();
        break;
      case 4:
        withdraw();
        break;
      case 5:
        decide();
        break;
      default:
        move_to_https();
        break;
    }
    poll_it();
    check();
  }

 private:
  std::size_t any_of(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  Item& any_listed() { return feed_[any_of(feed_.size())]; }

  void publish() {
    Item item = entry("planet", std::to_string(published_++), 1);
    item.published = now_;
    item.date = now_;
    feed_.push_back(item);
    if (feed_.size() > kListed) feed_.erase(feed_.begin());
  }

  void edit() {
    if (feed_.empty()) return;
    Item& item = any_listed();
    item.content += "<p>Corrected.</p>";
    item.published = now_;
    item.date = now_;
  }

  void rename_guids() {
    for (Item& item : feed_) {
      item.guid = std::to_string(any_of(1'000'000'000));
      item.key = item.guid;
    }
  }

  void withdraw() {
    if (!feed_.empty()) feed_.erase(feed_.begin() + static_cast<long>(any_of(feed_.size())));
  }

  /// Links change their spelling, and guids that are links with them.
  void move_to_https() {
    for (Item& item : feed_)
      item.url = item.key = item.guid = item.canonical_url + "?utm_source=" + item.title;
  }

  void decide() {
    const auto items = stored_items(store_);
    if (items.empty()) return;
    const StoredItem& chosen = items[any_of(items.size())];
    const DecisionKind kind = any_of(2) == 0 ? DecisionKind::Drop : DecisionKind::Keep;
    store_.decisions().record(
        std::vector{Decision{.kind = kind, .item_id = chosen.id, .by = {"", "", now_}}});
    decided_[chosen.item.title] = kind == DecisionKind::Drop ? State::Dropped : State::Kept;
  }

  void poll_it() {
    ::collector::save(store_, poll("planet", feed_, now_));
    for (const Item& item : feed_)
      first_dates_.emplace(item.title, item.date);
  }

  void check() {
    const auto items = stored_items(store_);
    REQUIRE(items.size() == first_dates_.size());
    for (const StoredItem& stored : items) {
      REQUIRE(first_dates_.at(stored.item.title) == stored.item.date);
      const auto decided = decided_.find(stored.item.title);
      const State expected = decided == decided_.end() ? State::Undecided : decided->second;
      REQUIRE(stored.state == expected);
    }
  }

  Store& store_;
  std::mt19937 random_;
  UtcTime now_ = january(1);
  int published_ = 0;
  std::vector<Item> feed_;                      // as its server has it now
  std::map<std::string, UtcTime> first_dates_;  // by title: what was ever listed
  std::map<std::string, State> decided_;
};

}  // namespace

TEST_CASE_METHOD(StoreFixture, "no item is lost, doubled, revived or moved to another month") {
  const unsigned seed = GENERATE(range(1U, 13U));
  CAPTURE(seed);
  Life life(*store, seed);

  for (int n = 0; n < kSteps; ++n)
    life.step();

  CHECK(store->check().empty());
}
