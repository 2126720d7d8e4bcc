// One run at a time: a lock beside the database, gone with the process that holds it.
#pragma once

#include "core/time.h"

#include <string>

namespace collector {

class RunLock {
 public:
  /// Waits up to `patience`, then throws LockedError; StoreError when there can be no lock.
  RunLock(const std::string& database, seconds patience);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

 private:
  int file_;
};

}  // namespace collector
