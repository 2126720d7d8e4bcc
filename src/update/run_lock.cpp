#include "update/run_lock.h"

#include "core/error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace collector {

namespace {

constexpr std::chrono::milliseconds kPause{50};

bool take(int file, seconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) return false;
    if (std::chrono::steady_clock::now() >= deadline) return false;
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

}  // namespace

RunLock::RunLock(const std::string& database, seconds patience) {
  const std::string path = database + ".lock";
  file_ = open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
  if (file_ < 0) {
    throw StoreError(path + ": no lock can be made: " + std::generic_category().message(errno));
  }
  if (!take(file_, patience)) {
    close(file_);
    throw LockedError(database +
                      ": another run is at work; wait for it, or give it more time " +
                      "with --wait");
  }
}

RunLock::~RunLock() {
  close(file_);
}

}  // namespace collector
