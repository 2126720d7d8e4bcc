// The one door between the room that fetches and the room that stores. It never keeps the
// fetcher waiting, whose servers would be blamed for it: it says when it is full, and then no
// new request should begin.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

namespace collector {

/// One thread puts in, another takes out. Values are weighed in the putter's unit.
template <typename T>
class HandoverQueue {
 public:
  /// No vector: it would move its values, which are large and many, each time it grows.
  using Batch = std::deque<T>;

  explicit HandoverQueue(std::size_t capacity) : capacity_(capacity) {}

  /// False when the taker has gone: nothing more is wanted.
  bool put(T value, std::size_t weight = 1) {
    const std::lock_guard lock(mutex_);
    if (abandoned_) return false;
    if (values_.empty()) first_put_ = Clock::now();
    values_.push_back(std::move(value));
    weight_ += weight;
    if (values_.size() == 1 || enough()) changed_.notify_all();
    return true;
  }

  /// What waits weighs as much as should ever wait.
  [[nodiscard]] bool full() {
    const std::lock_guard lock(mutex_);
    return weight_ >= capacity_;
  }

  /// The taker is behind: it would have taken what waits, if it had the time.
  [[nodiscard]] bool half_full() {
    const std::lock_guard lock(mutex_);
    return enough();
  }

  /// Everything that is there, once the queue is half full or the first has waited for
  /// `patience`: a transaction costs the disk the same, however much is in it. Empty: the
  /// putter has finished.
  Batch take_all(std::chrono::microseconds patience) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !values_.empty() || finished_; });
    changed_.wait_until(lock, first_put_ + patience, [this] { return enough() || finished_; });
    weight_ = 0;
    return std::exchange(values_, {});
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
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] bool enough() const { return weight_ >= capacity_ / 2; }

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Batch values_;
  Clock::time_point first_put_{};  // of those that wait
  std::size_t weight_ = 0;
  bool finished_ = false;
  bool abandoned_ = false;
};

}  // namespace collector
