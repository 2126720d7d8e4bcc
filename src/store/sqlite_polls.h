// What one poll of one feed changes.
#pragma once

#include "store/poll.h"
#include "store/sqlite.h"

#include <cstddef>
#include <functional>
#include <span>

namespace collector {

/// Stores the feed's state and its items, once `place` has been told the places of what is new
/// or rewritten of them. To be called inside a transaction.
UpdateSummary store_poll(Connection& connection, const FeedUpdate& update, UtcTime now,
                         const std::function<void(std::span<const std::size_t>)>& place);

}  // namespace collector
