// Who is asked next: a host whose connection has just become free, else hosts in turn, and
// never more than a few requests to one host at a time.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

namespace collector {

/// Requests are known by number here; every one taken occupies its host until released.
class HostQueue {
 public:
  explicit HostQueue(int per_host) : per_host_(per_host) {}

  void push(const std::string& host, std::size_t request);
  /// Before those that wait already: the next hop of a request that has begun.
  void push_front(const std::string& host, std::size_t request);

  /// Nothing when no one waits, or only for hosts that are busy.
  std::optional<std::size_t> take_next();

  void release(const std::string& host);

 private:
  struct Host {
    std::deque<std::size_t> waiting;
    int active = 0;
    bool in_turn = false;
  };

  void give_turn(Host& host);
  std::optional<std::size_t> take_from(Host& host);

  int per_host_;
  std::unordered_map<std::string, Host> hosts_;
  Host* just_released_ = nullptr;  // its connection is open and idle
  std::deque<Host*> turns_;        // hosts that have somebody waiting and room for him
};

}  // namespace collector
