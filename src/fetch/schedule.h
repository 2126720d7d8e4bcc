// When a feed is asked next, and what is remembered of the last answer. Pure functions of
// state, answer and time.
#pragma once

#include "core/feed.h"

#include <optional>
#include <string>

namespace collector {

/// No feed waits longer, whatever a server, a failure or the configuration asks for.
inline constexpr seconds kLongestWait = std::chrono::days{7};

/// What the next check depends on besides the answer itself.
struct PollContext {
  UtcTime now{};
  seconds min_interval{3600};       // never asked more often
  std::optional<seconds> interval;  // FeedSource::interval
  std::optional<seconds> ttl;       // RawFeed::ttl
  double entries_per_week = 0;      // the pace of the document just read, 0 when unknown
};

/// The state to begin a poll with. A feed whose URL was changed starts anew: neither
/// validators nor failures nor a remembered address belong to the new one.
FeedState state_for(const FeedSource& source, FeedState known);

/// A next check further away than any answer can ask for, or a last poll in the future, comes
/// from a clock that has jumped back: such a feed is due.
bool is_due(const FeedState& state, UtcTime now);

/// The same in words: "due since 2024-01-18T00:00:00Z"; empty when it is not due.
std::string why_due(const FeedState& state, UtcTime now);

/// True when a poll asks `url` and not `moved_to`: there is none, or it has failed three times
/// in a row. From then on both are tried in turn, for nobody knows which of them comes back.
bool asks_home(const FeedState& state);

/// The state after a poll of the address that asks_home(before) tells. Validators and
/// addresses come from `result`; title, warning and the counters of items are left to those who
/// read the document.
FeedState after_poll(FeedState before, const FetchResult& result, const PollContext& context);

/// How long a host is left alone that asked for `wanted`.
seconds hold_time(seconds wanted);

/// Dead, Slow or nothing.
FeedWarning health_warning(const FeedState& state, const FetchResult& result, UtcTime now);

}  // namespace collector
