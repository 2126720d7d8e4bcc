// A polled feed → what is to be stored of it, in two steps: the first may be anybody's, the
// second asks what was known before, which is the store's.
#pragma once

#include "core/time.h"
#include "store/poll.h"
#include "update/feed_poll.h"
#include "update/intake.h"

namespace collector {

/// What every poll of a run shares.
struct PollSetting {
  UtcTime now{};
  seconds min_interval{};
};

/// Makes `polled.news` of the document, if there is one; its items are not yet placed. A
/// document that no sense can be made of makes the poll a failed one: nothing is thrown. From
/// any thread.
void read_news(PolledFeed& polled, const Intake& intake, UtcTime now);

/// Takes the news out of `polled`, which have been read. `known` is what the store knows of the
/// feed, under whatever address.
FeedUpdate make_update(PolledFeed& polled, FeedState known, const PollSetting& setting);

}  // namespace collector
