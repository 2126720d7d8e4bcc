#include "fetch/host_queue.h"

#include <utility>

namespace collector {

HostQueue::Entry& HostQueue::entry_of(const std::string& host) {
  return *hosts_.try_emplace(host).first;
}

std::size_t& HostQueue::behind(std::size_t request) {
  if (request >= next_.size()) next_.resize(request + 1, kNone);
  return next_[request];
}

void HostQueue::push(const std::string& host, std::size_t request) {
  Entry& entry = entry_of(host);
  Host& its = entry.second;
  behind(request) = kNone;
  (its.first == kNone ? its.first : behind(its.last)) = request;
  its.last = request;
  give_turn(entry);
}

void HostQueue::push_front(const std::string& host, std::size_t request) {
  Entry& entry = entry_of(host);
  Host& its = entry.second;
  behind(request) = its.first;
  if (its.first == kNone) its.last = request;
  its.first = request;
  ++its.begun;
  next_hops_.push_back(&entry);
}

std::optional<HostQueue::Turn> HostQueue::take_next() {
  while (!next_hops_.empty()) {
    Entry& entry = *next_hops_.front();
    next_hops_.pop_front();
    if (entry.second.begun == 0) continue;
    if (auto turn = take_from(entry)) return turn;
  }
  if (Entry* released = std::exchange(just_released_, nullptr)) {
    if (auto turn = take_from(*released)) return turn;
  }
  while (!turns_.empty()) {
    Entry& entry = *turns_.front();
    turns_.pop_front();
    entry.second.in_turn = false;
    if (auto turn = take_from(entry)) return turn;
  }
  return {};
}

std::optional<HostQueue::Turn> HostQueue::take_from(Entry& entry) {
  auto& [name, host] = entry;
  if (host.first == kNone || host.active >= per_host_) return {};
  const std::size_t request = std::exchange(host.first, behind(host.first));
  if (host.begun > 0) --host.begun;
  ++host.active;
  give_turn(entry);
  return Turn{request, name};
}

void HostQueue::release(const std::string& host) {
  Entry& entry = entry_of(host);
  --entry.second.active;
  just_released_ = &entry;
  if (entry.second.begun > 0) next_hops_.push_back(&entry);
  give_turn(entry);
}

void HostQueue::give_turn(Entry& entry) {
  Host& host = entry.second;
  if (host.in_turn || host.first == kNone || host.active >= per_host_) return;
  host.in_turn = true;
  turns_.push_back(&entry);
}

}  // namespace collector
