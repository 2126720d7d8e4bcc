#include "news/stories.h"

#include "core/lists.h"
#include "core/names.h"
#include "news/story_keys.h"
#include "news/strangers.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace collector {
namespace {

/// So many of the items that share a key are remembered for those that follow.
constexpr std::size_t kRemembered = 4;

/// Disjoint sets of items that never hold releases of two strangers, nor two different
/// versions, unless an editor says so.
class Clusters {
 public:
  Clusters(std::span<const StoredItem> items, const Strangers& strangers)
      : parent_(items.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (const StoredItem& stored : items) {
      versions_.push_back(story_version(stored.item));
      owners_.push_back(strangers.owner(stored.item));
    }
  }

  std::size_t find(std::size_t item) {
    while (parent_[item] != item)
      item = parent_[item] = parent_[parent_[item]];
    return item;
  }

  /// False when the two were one already or may not be.
  bool join(std::size_t a, std::size_t b) {
    const std::size_t left = find(a);
    const std::size_t right = find(b);
    if (left == right || differ(left, right)) return false;
    force(a, b);
    return true;
  }

  /// Whose repository the set of an item lies in, if it is a stranger's.
  const std::string& owner(std::size_t item) { return owners_[find(item)]; }

  /// As an editor says.
  void force(std::size_t a, std::size_t b) {
    const std::size_t left = find(a);
    const std::size_t right = find(b);
    if (left == right) return;
    parent_[std::max(left, right)] = std::min(left, right);
    std::string& version = versions_[std::min(left, right)];
    if (version.empty()) version = versions_[std::max(left, right)];
    std::string& kept = owners_[std::min(left, right)];
    if (kept.empty()) kept = owners_[std::max(left, right)];
  }

 private:
  [[nodiscard]] bool differ(std::size_t left, std::size_t right) const {
    return are_strangers(owners_[left], owners_[right]) ||
           (!versions_[left].empty() && !versions_[right].empty() &&
            versions_[left] != versions_[right]);
  }

  std::vector<std::size_t> parent_;
  std::vector<std::string> versions_;
  std::vector<std::string> owners_;
};

struct Work {
  std::span<const StoredItem> items;
  Clusters clusters;
  std::unordered_set<std::size_t> apart;                               // split off by an editor
  std::unordered_map<std::size_t, std::vector<std::string>> evidence;  // by item
  std::unordered_map<std::size_t, const StoredItem*> leads;  // by set: whom an editor chose
};

/// Items meet where they share a key. Each is compared with the last few that had it, so the
/// work stays linear however many share one.
void join_by_keys(Work& work) {
  std::unordered_map<std::string, std::vector<std::size_t>> seen;
  for (std::size_t index = 0; index < work.items.size(); ++index) {
    if (work.apart.contains(index)) continue;
    for (const StoryKey& key : story_keys(work.items[index].item)) {
      std::vector<std::size_t>& others = seen[key.text];
      for (const std::size_t other : others) {
        if (!may_join(key, work.items[index].item, work.items[other].item)) continue;
        if (work.clusters.join(index, other))
          work.evidence[index].push_back(key_evidence(key, work.items[other].item));
      }
      if (others.size() == kRemembered) others.erase(others.begin());
      others.push_back(index);
    }
  }
}

struct Corrections {
  std::vector<std::pair<std::size_t, std::size_t>> merges;
  std::unordered_set<std::size_t> apart;
};

Corrections read_corrections(std::span<const StoredItem> items,
                             std::span<const Decision> decisions) {
  Corrections read;
  std::unordered_map<std::string, std::size_t> by_id;
  if (decisions.empty()) return read;
  for (std::size_t index = 0; index < items.size(); ++index)
    by_id[items[index].id] = index;
  for (const Decision& decision : decisions) {
    const auto item = by_id.find(decision.item_id);
    if (item == by_id.end()) continue;
    if (decision.kind == DecisionKind::Split) {
      read.apart.insert(item->second);
      std::erase_if(read.merges, [&](const auto& merge) {
        return merge.first == item->second || merge.second == item->second;
      });
    } else if (const auto other = by_id.find(decision.value);
               decision.kind == DecisionKind::Merge && other != by_id.end()) {
      read.merges.emplace_back(item->second, other->second);
    }
  }
  return read;
}

void force_merges(Work& work, const Corrections& corrections) {
  for (const auto& [item, other] : corrections.merges) {
    work.clusters.force(item, other);
    work.evidence[item].push_back("an editor merged " + work.items[item].id + " with " +
                                  work.items[other].id);
  }
  for (const auto& [item, other] : corrections.merges)
    work.leads[work.clusters.find(other)] = &work.items[other];
}

/// The one whom an editor chose first, then by rank.
void order(std::vector<const StoredItem*>& items, const StoredItem* chosen,
           const StoryRanks& ranks) {
  std::ranges::stable_sort(items, [&](const StoredItem* a, const StoredItem* b) {
    return b != chosen && (a == chosen || ranks.leads(*a, *b));
  });
}

/// Leaves an owner only to stories of a project whose name repositories of several have.
void forget_sole_owners(std::vector<Story>& stories) {
  std::unordered_map<std::string, std::unordered_set<std::string>> owners;
  for (const Story& story : stories)
    if (!story.owner.empty()) owners[fold_name(story.lead().project)].insert(story.owner);
  for (Story& story : stories)
    if (!story.owner.empty() && owners[fold_name(story.lead().project)].size() == 1)
      story.owner.clear();
}

std::vector<Story> collect(Work& work, const StoryRanks& ranks) {
  std::unordered_map<std::size_t, std::size_t> place;
  std::vector<Story> stories;
  for (std::size_t index = 0; index < work.items.size(); ++index) {
    const auto [at, fresh] = place.try_emplace(work.clusters.find(index), stories.size());
    if (fresh) stories.emplace_back();
    Story& story = stories[at->second];
    story.items.push_back(&work.items[index]);
    story.owner = work.clusters.owner(index);
    story.apart = story.apart || work.apart.contains(index);
    if (const auto found = work.evidence.find(index); found != work.evidence.end())
      for (std::string& why : found->second)
        add_once(story.evidence, std::move(why));
  }
  for (const auto& [set, at] : place)
    order(stories[at].items, work.leads[set], ranks);
  std::stable_sort(stories.begin(), stories.end(), [](const Story& a, const Story& b) {
    return a.lead().date < b.lead().date;
  });
  forget_sole_owners(stories);
  return stories;
}

}  // namespace

std::vector<Story> find_stories(std::span<const StoredItem> items,
                                std::span<const Decision> corrections,
                                std::span<const FeedSource> feeds,
                                const ProjectRegistry& projects) {
  const Corrections read = read_corrections(items, corrections);
  Work work{items, Clusters(items, Strangers(feeds, projects)), read.apart, {}, {}};
  join_by_keys(work);
  force_merges(work, read);
  return collect(work, StoryRanks(items, feeds, projects));
}

}  // namespace collector
