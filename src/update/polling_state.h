// What a poll of a feed begins with.
#pragma once

#include "core/feed.h"

#include <cstdint>

namespace collector {

/// A digest of include and exclude; 0 when there is neither.
std::int64_t filter_digest(const FeedSource& source);

/// As state_for(). Without validators where include or exclude have changed: what they let in
/// now stands in documents that the server would not send again.
FeedState polling_state(const FeedSource& source, FeedState known);

}  // namespace collector
