// Which feeds a run asks.
#pragma once

#include "config/config.h"
#include "core/feed.h"
#include "core/time.h"
#include "store/store.h"
#include "update/update.h"

#include <string>
#include <vector>

namespace collector {

/// A feed to be asked, and what its request carries of what is known. A run holds one for each
/// feed: all else that is known stays in the store until the answer has come.
struct WantedFeed {
  const FeedSource* source;  // one of the configuration's
  Validators validators;
  std::string moved_to;
};

/// In the configuration's order; `config` must outlive them. Throws UsageError when `options`
/// names a feed that there is not.
std::vector<WantedFeed> wanted_feeds(const Config& config, Store& store,
                                     const UpdateOptions& options, UtcTime now);

}  // namespace collector
