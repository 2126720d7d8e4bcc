// Whose release it is where only a repository's name tells: many have one called "quay".
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <span>
#include <string>
#include <unordered_set>

namespace collector {

class Strangers {
 public:
  /// `projects` must outlive it.
  Strangers(std::span<const FeedSource> feeds, const ProjectRegistry& projects);

  /// The owner of the repository that `item` is a release of. Empty where nobody can be taken
  /// for another: of projects and feeds that are configured, of pages that are no forge's.
  [[nodiscard]] std::string owner(const Item& item) const;

 private:
  const ProjectRegistry& projects_;
  std::unordered_set<std::string> feeds_;  // that are configured to be about one project
};

}  // namespace collector
