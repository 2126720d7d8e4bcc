#include "store/database_file.h"

#include "core/error.h"
#include "store/sqlite.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace collector {

namespace {

constexpr int kMostLinks = 40;           // as many as the kernel follows
constexpr mode_t kOwnerAndGroup = 0660;  // less what the umask takes

/// A new file beside `path`, gone again unless it was renamed.
class TemporaryDatabase {
 public:
  explicit TemporaryDatabase(const std::string& path) : path_(path), name_(path + ".part") {
    for (int n = 2; !make_database_file(name_) && errno == EEXIST; ++n)
      name_ = fmt::format("{}.part.{}", path, n);
  }

  ~TemporaryDatabase() {
    std::error_code gone;
    std::filesystem::remove(name_, gone);
    std::filesystem::remove(name_ + "-journal", gone);
  }

  TemporaryDatabase(const TemporaryDatabase&) = delete;
  TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  void rename() {
    std::error_code failure;
    std::filesystem::rename(name_, path_, failure);
    if (failure) throw StoreError(failure.message());
  }

 private:
  std::string path_;
  std::string name_;
};

}  // namespace

std::string follow_links(std::string path) {
  std::error_code none;
  for (int n = 0; n < kMostLinks && std::filesystem::is_symlink(path, none); ++n) {
    const std::filesystem::path target = std::filesystem::read_symlink(path, none);
    path = (std::filesystem::path(path).parent_path() / target).string();
  }
  return path;
}

bool make_database_file(const std::string& path) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerAndGroup);
  if (file >= 0) close(file);
  return file >= 0;
}

void copy_database(Connection& connection, const std::string& path) {
  TemporaryDatabase aside(path);
  try {
    connection.statement("VACUUM INTO ?").bind(aside.name()).run();
    aside.rename();
  } catch (const StoreError& error) {
    // SQLite does not tell which of the two files it means; the user knows where he writes.
    std::string_view reason = error.what();
    if (reason.starts_with(connection.path() + ": "))
      reason.remove_prefix(connection.path().size() + 2);
    throw StoreError(fmt::format("{}: the copy was not made: {}", path, reason));
  }
}

}  // namespace collector
