// What one poll of one feed changes.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace collector {

/// Stores the feed's state and its items. To be called inside a transaction.
UpdateSummary store_poll(Connection& connection, const FeedUpdate& update, UtcTime now);

}  // namespace collector
