// Text that is kept in memory until it can be printed.
#pragma once

#include "core/owned.h"

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <ostream>
#include <vector>

namespace collector {

/// Its memory is kept for the next text.
class HeldText {
 public:
  static constexpr std::size_t kMostRoom = 32 * 1024;

  /// Where the next bytes go; there is room for `bytes` of them, at most kMostRoom.
  char* room_for(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - next_) < bytes) begin_block();
    return next_;
  }

  /// What was written into the room ends here.
  void end_at(char* end) { next_ = end; }

  void clear();

  void write_to(std::ostream& out) const;

 private:
  struct Block {
    std::unique_ptr<char, Releases<std::free>> bytes;
    std::size_t size = 0;
    std::size_t used = 0;
  };

  void begin_block();

  std::vector<Block> blocks_;
  std::size_t begun_ = 0;  // blocks of this text, the last one open
  char* next_ = nullptr;   // in the open one
  char* end_ = nullptr;
};

}  // namespace collector
