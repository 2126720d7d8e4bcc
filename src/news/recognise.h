// What an item is about: which project, which version, what kind of news, and the title an
// editor would give it.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <string_view>

namespace collector {

/// Fills project, versions, owner, kind, headline, group and (where nothing better is known)
/// language of `item`. `feed_title` is the feed's own title ("Release notes from libstrophe"),
/// used where neither the item's link nor its title names the project. Give `item.url` and
/// `item.title`; all else may be empty.
void recognise(Item& item, const FeedSource& source, std::string_view feed_title,
               const ProjectRegistry& projects);

}  // namespace collector
