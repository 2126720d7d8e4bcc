#include "news/strangers.h"

#include "news/forge.h"

namespace collector {

std::string owner_of_stranger(const Item& item, const ProjectRegistry& projects) {
  if (!is_release(item.kind) || projects.by_name(item.project) != nullptr) return {};
  const auto forge = read_forge_url(item.url);
  return forge && forge->forge != Forge::Registry ? forge->owner_name() : "";
}

bool are_strangers(std::string_view a, std::string_view b) {
  return !a.empty() && !b.empty() && a != b;
}

Strangers::Strangers(std::span<const FeedSource> feeds, const ProjectRegistry& projects)
    : projects_(projects) {
  for (const FeedSource& feed : feeds)
    if (!feed.project.empty()) feeds_.insert(feed.name);
}

std::string Strangers::owner(const Item& item) const {
  return feeds_.contains(item.feed) ? "" : owner_of_stranger(item, projects_);
}

}  // namespace collector
