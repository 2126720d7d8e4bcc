#include "fetch/host_queue.h"

#include <utility>

namespace collector {

void HostQueue::push(const std::string& host, std::size_t request) {
  Host& entry = hosts_[host];
  entry.waiting.push_back(request);
  give_turn(entry);
}

void HostQueue::push_front(const std::string& host, std::size_t request) {
  Host& entry = hosts_[host];
  entry.waiting.push_front(request);
  give_turn(entry);
}

std::optional<std::size_t> HostQueue::take_next() {
  if (Host* host = std::exchange(just_released_, nullptr)) {
    if (const auto request = take_from(*host)) return request;
  }
  while (!turns_.empty()) {
    Host& host = *turns_.front();
    turns_.pop_front();
    host.in_turn = false;
    if (const auto request = take_from(host)) return request;
  }
  return {};
}

std::optional<std::size_t> HostQueue::take_from(Host& host) {
  if (host.waiting.empty() || host.active >= per_host_) return {};
  const std::size_t request = host.waiting.front();
  host.waiting.pop_front();
  ++host.active;
  give_turn(host);
  return request;
}

void HostQueue::release(const std::string& host) {
  Host& entry = hosts_[host];
  --entry.active;
  just_released_ = &entry;
  give_turn(entry);
}

void HostQueue::give_turn(Host& host) {
  if (host.in_turn || host.waiting.empty() || host.active >= per_host_) return;
  host.in_turn = true;
  turns_.push_back(&host);
}

}  // namespace collector
