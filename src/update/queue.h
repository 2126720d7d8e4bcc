// The one door between the room that fetches and the room that stores: a bounded queue.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace collector {

/// One thread puts in, another takes out.
template <typename T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits while the queue is full. False when the taker has gone: nothing more is wanted.
  bool put(T value) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return values_.size() < capacity_ || abandoned_; });
    if (abandoned_) return false;
    values_.push_back(std::move(value));
    changed_.notify_all();
    return true;
  }

  /// Waits for something; then everything that is there. Empty: the putter has finished.
  std::vector<T> take_all() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !values_.empty() || finished_; });
    std::vector<T> taken(std::make_move_iterator(values_.begin()),
                         std::make_move_iterator(values_.end()));
    values_.clear();
    changed_.notify_all();
    return taken;
  }

  /// The putter has nothing more.
  void finish() {
    const std::lock_guard lock(mutex_);
    finished_ = true;
    changed_.notify_all();
  }

  /// The taker takes nothing more.
  void abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    changed_.notify_all();
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<T> values_;
  bool finished_ = false;
  bool abandoned_ = false;
};

}  // namespace collector
