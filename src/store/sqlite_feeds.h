// Feeds and held-back hosts in SQLite.
#pragma once

#include "store/poll.h"
#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace collector {

/// A feed as its row stands before an update.
struct FeedRow {
  std::int64_t number = 0;
  FeedState state;
};

/// Hands them over one by one, by name.
void read_feeds(Connection& connection, const std::function<void(FeedState&&)>& take);

/// Those of these names, in their order; an empty state where there is none. `quarantined` is
/// not told: it would cost as much again, and polling has no use for it.
void read_feeds_named(Connection& connection, std::span<const std::string> names,
                      const std::function<void(FeedState&&)>& take);

/// The feed's row; an empty one when there is none. `quarantined` is not told.
FeedRow find_known_feed(Connection& connection, const std::string& name);

/// The feed's row, made when there is none.
FeedRow find_feed(Connection& connection, const FeedState& state);

/// Writes what a poll found out and what became of its items. False when there is no such feed.
bool write_feed(Connection& connection, const FeedState& state, const UpdateSummary& summary,
                UtcTime now);

std::vector<HostHold> read_holds(Connection& connection, UtcTime now);
void write_hold(Connection& connection, const HostHold& hold, UtcTime now);

}  // namespace collector
