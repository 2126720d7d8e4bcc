// What polls bring, stored whole or not at all, and the hosts that asked to be left alone.
#pragma once

#include "core/time.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace collector {

class Connection;
struct FeedUpdate;
struct HostHold;
struct Item;
struct UpdateSummary;

/// Given the items of one poll before they are stored, with the `places` of those that are new
/// or say something else than they did. May still say of these what they are about and where
/// they belong; must not add or remove any, nor call the store. `number` is the poll's among
/// those that are saved.
using PlaceNews = std::function<void(std::size_t number, std::span<Item> items,
                                     std::span<const std::size_t> places)>;

class Polls {
 public:
  explicit Polls(Connection& connection) : connection_(connection) {}

  /// Several polled feeds in one transaction; the summaries in their order. `place` is called
  /// for each of them that brings news, whose items it completes before they are stored.
  std::vector<UpdateSummary> save(std::span<FeedUpdate> updates, UtcTime now,
                                  const PlaceNews& place);
  /// The same of items that have been placed already.
  std::vector<UpdateSummary> save(std::span<const FeedUpdate> updates, UtcTime now);
  /// Those not over yet at `now`, but for any that a clock which was ahead has left.
  std::vector<HostHold> holds(UtcTime now);
  /// Of several on one host the longest counts.
  void hold(const HostHold& hold, UtcTime now);

 private:
  void make_room();

  Connection& connection_;
  bool has_room_ = false;
};

}  // namespace collector
