// The bytes of a document, for the one in hundreds that has to be read a second time. A large
// one waits for that in a file without a name, and not in memory beside what was made of it.
#pragma once

#include "core/owned.h"

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace collector {

class Spool {
 public:
  /// Feeds are smaller, but one in a hundred.
  static constexpr std::size_t kInMemory = 256 * 1024;

  /// `in_memory` bytes stay there; all of them where the system gives no file, or no room in
  /// it.
  explicit Spool(std::size_t in_memory = kInMemory) : in_memory_(in_memory) {}

  void append(std::string_view bytes);

  /// All that was appended. Throws Error when the file cannot be read any more.
  [[nodiscard]] std::string text() const;

  /// Bytes of memory that it takes.
  [[nodiscard]] std::size_t memory() const { return memory_.capacity(); }

 private:
  void move_to_file();
  bool write(std::string_view bytes);

  std::size_t in_memory_;
  std::string memory_;  // what is not in the file
  std::unique_ptr<std::FILE, Releases<std::fclose>> file_;
  std::size_t in_file_ = 0;  // bytes
};

}  // namespace collector
