// Whose release it is where only a repository's name tells: many have one called "quay".
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace collector {

/// The owner of the repository that `item` is a release of. Empty where nobody can be taken for
/// another: of projects that are configured, of pages that are no forge's.
std::string owner_of_stranger(const Item& item, const ProjectRegistry& projects);

/// True for two such owners that are not one; who is not known may be anybody.
bool are_strangers(std::string_view a, std::string_view b);

class Strangers {
 public:
  /// `projects` must outlive it.
  Strangers(std::span<const FeedSource> feeds, const ProjectRegistry& projects);

  /// The same, and empty for feeds that are configured to be about one project.
  [[nodiscard]] std::string owner(const Item& item) const;

 private:
  const ProjectRegistry& projects_;
  std::unordered_set<std::string> feeds_;  // those
};

}  // namespace collector
