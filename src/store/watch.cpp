#include "store/watch.h"

#include "store/sqlite.h"

namespace collector {

StoreWatch::StoreWatch(const std::string& path)
    : connection_(std::make_unique<Connection>(path, OpenMode::ReadOnly)) {}

StoreWatch::~StoreWatch() = default;

std::int64_t StoreWatch::version() {
  // Of commits by other connections, and this one never writes.
  return connection_->value<std::int64_t>("PRAGMA data_version");
}

}  // namespace collector
