// A list of extensions, as it was polled → the news in it.
#pragma once

#include "core/time.h"
#include "store/poll.h"

namespace collector {

class Feeds;

/// Where `update` carries such a list: its items become what has changed since the list that
/// the store remembers. A list that cannot be whole is not stored; the feed gets a warning.
void find_specification_changes(FeedUpdate& update, Feeds& feeds, UtcTime now);

}  // namespace collector
