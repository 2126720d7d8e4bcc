#include "store/watch.h"

#include "core/error.h"
#include "store/sqlite.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace collector {

namespace {

/// When `path` was last written to; the same number always where there is no such file.
std::int64_t written_at(const std::string& path) {
  std::error_code missing;
  return std::filesystem::last_write_time(path, missing).time_since_epoch().count();
}

}  // namespace

StoreWatch::StoreWatch(const std::string& path)
    : path_(path), connection_(std::make_unique<Connection>(path, OpenMode::ReadOnly)) {}

StoreWatch::~StoreWatch() = default;

std::int64_t StoreWatch::version() {
  try {
    // Of commits by other connections, and this one never writes.
    return connection_->value<std::int64_t>("PRAGMA data_version");
  } catch (const StoreError&) {
    // As readers do where SQLite cannot make its files beside the database: the file alone
    // tells.
    return std::max(written_at(path_), written_at(path_ + "-wal"));
  }
}

}  // namespace collector
