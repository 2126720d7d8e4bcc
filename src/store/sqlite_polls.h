// What one poll of one feed changes.
#pragma once

#include "store/poll.h"
#include "store/sqlite.h"

#include <cstddef>
#include <functional>
#include <span>

namespace collector {

/// Completes the items at `places`, those that are new or rewritten.
using PlaceItems =
    std::function<void(std::span<Item> items, std::span<const std::size_t> places)>;

/// Stores the feed's state and its items, these completed by `place` where they bring news. To
/// be called inside a transaction.
UpdateSummary store_poll(Connection& connection, FeedUpdate& update, UtcTime now,
                         const PlaceItems& place);

}  // namespace collector
