// A polled feed → what is to be stored of it.
#pragma once

#include "core/time.h"
#include "update/feed_poll.h"
#include "update/intake.h"

namespace collector {

/// What every poll of a run shares.
struct PollSetting {
  UtcTime now{};
  seconds min_interval{};
};

/// Makes `polled.update` of all that the poll brought, unless that is done; its items are not
/// yet placed. A document that no sense can be made of makes the poll a failed one: nothing is
/// thrown. From any thread.
void make_update(PolledFeed& polled, const Intake& intake, const PollSetting& setting);

}  // namespace collector
