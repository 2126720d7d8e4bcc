// What an item is about: which project, which version, what kind of news, and the title an
// editor would give it.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <string_view>

namespace collector {

/// Fills project, version, kind, headline, group and (where nothing better is known) language
/// of `item`. `feed_title` is the feed's own title ("Release notes from libstrophe").
void recognise(Item& item, const FeedSource& source, std::string_view feed_title,
               const ProjectRegistry& projects);

}  // namespace collector
