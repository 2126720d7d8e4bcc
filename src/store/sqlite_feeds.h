// The rows of feeds in SQLite, for those that store what a poll brings.
#pragma once

#include "store/poll.h"
#include "store/sqlite.h"

#include <cstdint>

namespace collector {

/// A feed as its row stands before an update.
struct FeedRow {
  std::int64_t number = 0;
  FeedState state;
};

/// The feed's row, made when there is none. `quarantined` is not told.
FeedRow find_feed(Connection& connection, const FeedState& state);

/// Writes what a poll found out and what became of its items. False when there is no such feed.
bool write_feed(Connection& connection, const FeedState& state, const UpdateSummary& summary,
                UtcTime now);

}  // namespace collector
