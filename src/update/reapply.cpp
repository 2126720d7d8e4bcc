#include "update/reapply.h"

#include "store/documents.h"
#include "store/feeds.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"
#include "update/placer.h"

#include <cmath>
#include <map>
#include <utility>

namespace collector {
namespace {

bool is_open(const StoredItem& stored) {
  const bool undecided = stored.state == State::Undecided || stored.state == State::Noise;
  return undecided && !stored.moved && stored.item.kind != ItemKind::Specification;
}

/// What one feed has left in the store.
struct Feed {
  std::string title;
  std::vector<StoredItem> items;
};

std::map<std::string, Feed> feeds_of(Store& store) {
  std::map<std::string, Feed> feeds;
  for (const FeedState& state : store.feeds().all())
    feeds[state.name].title = state.title;
  store.items().each({}, [&](StoredItem&& stored) {
    feeds[stored.item.feed].items.push_back(std::move(stored));
  });
  return feeds;
}

FeedProfile profile_of(const Feed& feed, const FeedSource& source, const Placer& placer) {
  std::vector<Item> items;
  items.reserve(feed.items.size());
  for (const StoredItem& stored : feed.items)
    items.push_back(stored.item);
  return placer.profile(items, source);
}

bool differs(const Item& item, const Verdict& verdict) {
  constexpr double kNoticeable = 0.005;
  return item.section != verdict.section || item.noise != verdict.noise ||
         std::abs(item.confidence - verdict.confidence) > kNoticeable ||
         item.reasons != verdict.reasons;
}

}  // namespace

bool Replacement::moves() const {
  return before.item.section != after.section || before.item.noise != after.noise;
}

std::vector<Replacement> judge_anew(const Config& config, Store& store) {
  const Placer placer(config, store.documents().model());
  std::vector<Replacement> changes;
  for (auto& [name, feed] : feeds_of(store)) {
    const FeedSource& source = placer.source(name);
    const FeedProfile profile = profile_of(feed, source, placer);
    for (StoredItem& stored : feed.items) {
      if (!is_open(stored)) continue;
      // Whether something is off topic may stand in its text, which lists are read without.
      Item item = profile.mixed ? store.items().item(stored.id).item : stored.item;
      Verdict verdict = placer.judge(std::move(item), source, feed.title, profile);
      if (!differs(stored.item, verdict)) continue;
      Placement after{stored.id, std::move(verdict.section), verdict.noise, verdict.confidence,
                      std::move(verdict.reasons)};
      changes.push_back({std::move(stored), std::move(after)});
    }
  }
  return changes;
}

}  // namespace collector
