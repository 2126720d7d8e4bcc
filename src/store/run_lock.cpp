#include "store/run_lock.h"

#include "core/error.h"
#include "store/database_file.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace collector {

namespace {

// Between two tries: short enough that a waiting run starts at once for a person.
constexpr std::chrono::milliseconds kBetweenTries{50};

/// The process that wrote itself into the lock file; "another run" when it cannot be told.
std::string holder_of(int file) {
  std::array<char, 32> text{};
  const ssize_t size = pread(file, text.data(), text.size() - 1, 0);
  const std::string process(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  if (process.empty()) return "another run";
  return fmt::format("another run (process {})", process.substr(0, process.find('\n')));
}

bool try_lock(int file) {
  return flock(file, LOCK_EX | LOCK_NB) == 0;
}

bool wait_for_lock(int file, seconds wait) {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (!try_lock(file)) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    std::this_thread::sleep_for(kBetweenTries);
  }
  return true;
}

/// Why the lock cannot be made, and what to do.
std::string refusal(const std::string& database) {
  if (errno == ENOENT)
    return database + ": its folder does not exist; make it, or name another file with --db";
  return fmt::format(
      "{}.lock: cannot be made ({}); a fetch needs write access to the folder "
      "of the database",
      database, std::strerror(errno));
}

/// For the message of those who wait; the lock holds without it, on a full disk too.
void sign(int file) {
  const std::string process = fmt::format("{}\n", getpid());
  if (ftruncate(file, 0) != 0) return;
  [[maybe_unused]] const ssize_t written = pwrite(file, process.data(), process.size(), 0);
}

}  // namespace

RunLock::RunLock(const std::string& database, seconds wait) {
  const std::string path = follow_links(database) + ".lock";
  file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) throw StoreError(refusal(database));
  if (!wait_for_lock(file_, wait)) {
    const std::string holder = holder_of(file_);
    close(file_);
    throw LockedError(fmt::format(
        "{}: {} is using it; try again when it has ended, or wait longer with --wait", database,
        holder));
  }
  sign(file_);
}

RunLock::~RunLock() {
  // The file stays: removing it could take it from under a run that has just opened it.
  close(file_);
}

}  // namespace collector
