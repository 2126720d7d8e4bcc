// What two items must share to be the same news, and which of them leads.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace collector {

enum class KeyKind { Page, ForgeRelease, ProjectVersion, Title, Translation };

/// Items with the same text may be the same news; `may_join` has the last word.
struct StoryKey {
  KeyKind kind = KeyKind::Page;
  std::string text;
};

/// All keys of an item. None for extensions: two events of one specification are two pieces of
/// news.
std::vector<StoryKey> story_keys(const Item& item);

/// What a shared key leaves open: days and hosts for titles, languages for translations.
bool may_join(const StoryKey& key, const Item& a, const Item& b);

/// A plain sentence for the reader of `explain`; `other` is the item joined with.
std::string key_evidence(const StoryKey& key, const Item& other);

/// The version two sources of one release agree on; empty when the item is no release. A post
/// on two has the first: the second one's page is news by itself.
std::string story_version(const Item& item);

/// The same for all who tell of one release, however they write its project and version.
std::string release_key(std::string_view project, std::string_view version);

/// Which copy of a story an editor would link to.
class StoryRanks {
 public:
  /// `projects` must outlive it.
  StoryRanks(std::span<const StoredItem> items, std::span<const FeedSource> feeds,
             const ProjectRegistry& projects);

  /// True when `a` stands before `b` in their story.
  [[nodiscard]] bool leads(const StoredItem& a, const StoredItem& b) const;

 private:
  [[nodiscard]] int rank(const StoredItem& stored) const;
  [[nodiscard]] int page_rank(const Item& item) const;
  [[nodiscard]] bool is_own(const Item& item) const;

  const ProjectRegistry& projects_;
  std::unordered_map<std::string, std::string> feed_project_;  // as configured, folded
  std::unordered_map<std::string, int> feed_rank_;
};

}  // namespace collector
