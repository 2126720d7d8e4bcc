// Whether an item is about what the newsletter is about, and what kind of feed it stands in.
#pragma once

#include "classify/classify.h"

namespace collector {

/// True when title, link, categories or text name the protocol or one of the projects.
bool is_on_topic(const Item& item, const ProjectRegistry& projects);

/// True for a forum's conversation that is none of its announcements.
bool is_support_request(const Item& item, const FeedProfile& profile);

FeedProfile profile_of(std::span<const Item> items, const FeedSource& source,
                       const ProjectRegistry& projects);

}  // namespace collector
