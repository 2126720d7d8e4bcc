#include "cli/turns.h"

namespace collector {

Turn::~Turn() {
  wait();
  const std::lock_guard lock(turns_.mutex_);
  ++turns_.turn_;
  turns_.changed_.notify_all();
}

std::ostream& Turn::out() {
  wait();
  return turns_.out_;
}

void Turn::wait() {
  std::unique_lock lock(turns_.mutex_);
  turns_.changed_.wait(lock, [this] { return turns_.turn_ == number_; });
}

}  // namespace collector
