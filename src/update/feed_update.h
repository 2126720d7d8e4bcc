// A polled feed → what is to be stored of it, on the store's thread.
#pragma once

#include "core/time.h"
#include "store/store.h"
#include "update/feed_poll.h"
#include "update/intake.h"

namespace collector {

/// What every poll of a run shares.
struct PollSetting {
  UtcTime now{};
  seconds min_interval{};
};

/// Uses up the document; its items are not yet placed. One that cannot be made sense of makes
/// the poll a failed one, in `polled.result` too: nothing is thrown.
FeedUpdate update_of(PolledFeed& polled, const Intake& intake, const PollSetting& setting);

}  // namespace collector
