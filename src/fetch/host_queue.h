// Who is asked next: a request that has begun, else a host whose connection has just become
// free, else hosts in turn, and never more than a few requests to one host at a time.
#pragma once

#include <cstddef>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace collector {

/// Requests are known by number here, from 0 on; every one taken occupies its host until
/// released.
class HostQueue {
 public:
  /// A request that may go to its host now.
  struct Turn {
    std::size_t request;
    std::string host;
  };

  explicit HostQueue(int per_host) : per_host_(per_host) {}

  void push(const std::string& host, std::size_t request);
  /// Before those that wait already, for whatever host: the next hop of a request that has
  /// begun. Behind ten thousand others it would be given up wherever a run's time is short.
  void push_front(const std::string& host, std::size_t request);

  /// Nothing when no one waits, or only for hosts that are busy.
  std::optional<Turn> take_next();

  void release(const std::string& host);

 private:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  struct Host {
    std::size_t first = kNone;  // of those that wait
    std::size_t last = kNone;
    int begun = 0;  // how many of them are next hops, which come first
    int active = 0;
    bool in_turn = false;
  };

  using Entry = std::pair<const std::string, Host>;

  Entry& entry_of(const std::string& host);
  void give_turn(Entry& entry);
  std::size_t& behind(std::size_t request);
  std::optional<Turn> take_from(Entry& entry);

  int per_host_;
  std::vector<std::size_t> next_;  // by request: who waits behind it
  std::unordered_map<std::string, Host> hosts_;
  Entry* just_released_ = nullptr;  // its connection is open and idle
  std::deque<Entry*> next_hops_;    // hosts that one may wait for; others are passed over
  std::deque<Entry*> turns_;        // hosts that have somebody waiting and room for him
};

}  // namespace collector
