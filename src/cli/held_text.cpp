#include "cli/held_text.h"

#include <new>
#include <sys/mman.h>

namespace collector {

namespace {

constexpr std::size_t kSmallBlock = 64 * 1024;  // enough for most texts
constexpr std::size_t kLargeBlock = 2 * 1024 * 1024;

/// A large block is one page of the larger size that processors know: to be given twelve
/// million bytes in pages of 4096 takes longer than to write them.
char* new_block(std::size_t size) {
  const bool large = size == kLargeBlock;
  void* const bytes = large ? std::aligned_alloc(size, size) : std::malloc(size);
  if (bytes == nullptr) throw std::bad_alloc();
  if (large) ::madvise(bytes, size, MADV_HUGEPAGE);  // refused: merely slower
  return static_cast<char*>(bytes);
}

}  // namespace

void HeldText::begin_block() {
  if (begun_ > 0) {
    Block& full = blocks_[begun_ - 1];
    full.used = static_cast<std::size_t>(next_ - full.bytes.get());
  }
  if (begun_ == blocks_.size()) {
    const std::size_t size = blocks_.empty() ? kSmallBlock : kLargeBlock;
    Block& block = blocks_.emplace_back();
    block.bytes.reset(new_block(size));
    block.size = size;
  }
  const Block& block = blocks_[begun_++];
  next_ = block.bytes.get();
  end_ = next_ + block.size;
}

void HeldText::clear() {
  begun_ = 0;
  next_ = end_ = nullptr;
}

void HeldText::write_to(std::ostream& out) const {
  for (std::size_t i = 0; i < begun_; ++i) {
    const char* const start = blocks_[i].bytes.get();
    out.write(start,
              i + 1 == begun_ ? next_ - start : static_cast<std::streamsize>(blocks_[i].used));
  }
}

}  // namespace collector
