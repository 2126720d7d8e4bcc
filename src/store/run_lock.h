// One fetch at a time on one database. The kernel holds the lock, so that it ends with its
// process however that ends.
#pragma once

#include "core/time.h"

#include <string>

namespace collector {

class RunLock {
 public:
  /// Locks the file beside the database at `database`, waiting up to `wait` for another run.
  /// Throws LockedError, naming that run, when it takes longer; StoreError when there is no
  /// place for the file.
  RunLock(const std::string& database, seconds wait);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;
  RunLock(RunLock&&) = delete;
  RunLock& operator=(RunLock&&) = delete;

 private:
  int file_;
};

}  // namespace collector
