// A feed as its author wrote it → items as we believe them.
#pragma once

#include "core/feed.h"
#include "core/item.h"

#include <string_view>
#include <vector>

namespace collector {

/// The items of one document, in its order, each with its identity (contract, "Identity"),
/// absolute links, plain-text title, summary and dates, and the language that its feed says.
/// What news and classify fill stays empty. `url` is where the document came from; `now`
/// decides which dates are plausible (not before 1995, not more than a day ahead) and stands in
/// for missing ones.
std::vector<Item> normalise(RawFeed feed, const FeedSource& source, std::string_view url,
                            UtcTime now);

/// The feed's own title as plain text.
std::string feed_title(const RawFeed& feed);

/// The page whose news the feed brings, absolute; empty when it names none but itself. `url` is
/// where the document came from.
std::string feed_site(const RawFeed& feed, std::string_view url);

}  // namespace collector
