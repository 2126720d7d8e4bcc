// Has somebody written to the store? For a program that keeps what it has read.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace collector {

class Connection;

/// Watches one database. Not for several threads at once.
class StoreWatch {
 public:
  /// Throws StoreError when there is no such database.
  explicit StoreWatch(const std::string& path);
  ~StoreWatch();
  StoreWatch(const StoreWatch&) = delete;
  StoreWatch& operator=(const StoreWatch&) = delete;

  /// A number that stays the same until anybody writes.
  [[nodiscard]] std::int64_t version();

 private:
  std::string path_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace collector
