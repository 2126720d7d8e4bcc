// Which feeds a run asks.
#pragma once

#include "config/config.h"
#include "core/feed.h"
#include "core/time.h"
#include "update/update.h"

#include <vector>

namespace collector {

/// A feed to be asked.
struct WantedFeed {
  const FeedSource* source;  // one of the configuration's
  FeedState state;           // what its poll begins with
};

/// In the configuration's order; `known` is what the store remembers. Throws UsageError when
/// `options` names a feed that there is not.
std::vector<WantedFeed> wanted_feeds(const Config& config, std::vector<FeedState> known,
                                     const UpdateOptions& options, UtcTime now);

}  // namespace collector
