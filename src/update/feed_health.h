// How a feed is, in a few words for people.
#pragma once

#include "core/feed.h"

#include <string>

namespace collector {

/// "ok", "new", "failed 3x", "probably dead", "suspicious", "slow", "gone".
std::string feed_health(const FeedState& state);

/// What is odd about a feed, one sentence or two; empty: nothing.
std::string feed_warning(const FeedState& state);

/// The one thing most worth knowing; empty: nothing.
std::string feed_remark(const FeedState& state);

}  // namespace collector
