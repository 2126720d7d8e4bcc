#include "news/strangers.h"

#include "news/forge.h"

namespace collector {

Strangers::Strangers(std::span<const FeedSource> feeds, const ProjectRegistry& projects)
    : projects_(projects) {
  for (const FeedSource& feed : feeds)
    if (!feed.project.empty()) feeds_.insert(feed.name);
}

std::string Strangers::owner(const Item& item) const {
  if (!is_release(item.kind) || projects_.by_name(item.project) != nullptr) return {};
  const auto forge = read_forge_url(item.url);
  if (!forge || forge->forge == Forge::Registry || feeds_.contains(item.feed)) return {};
  return forge->owner_name();
}

}  // namespace collector
