// What one poll of one feed changes.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

#include <cstddef>
#include <vector>

namespace collector {

/// The places in `update.items` of those that store_poll() would add or rewrite.
std::vector<std::size_t> find_news(Connection& connection, const FeedUpdate& update);

/// Stores the feed's state and its items. To be called inside a transaction.
UpdateSummary store_poll(Connection& connection, const FeedUpdate& update, UtcTime now);

}  // namespace collector
