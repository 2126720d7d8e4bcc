#include "support/scarce_memory.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace collector::test {

namespace {

constexpr long kAll = -1;
thread_local long left = kAll;

}  // namespace

void refuse_memory_after(long pieces) {
  left = pieces;
}

bool end_of_refusal() {
  const bool was_refused = left == kAll;
  left = kAll;
  return was_refused;
}

bool memory_is_refused() {
  return left != kAll && left-- == 0;
}

void* scarce_malloc(std::size_t size) {
  return memory_is_refused() ? nullptr : std::malloc(size);
}

void* scarce_calloc(std::size_t count, std::size_t size) {
  return memory_is_refused() ? nullptr : std::calloc(count, size);
}

void* scarce_realloc(void* piece, std::size_t size) {
  return memory_is_refused() ? nullptr : std::realloc(piece, size);
}

char* scarce_strdup(const char* text) {
  return memory_is_refused() ? nullptr : strdup(text);
}

}  // namespace collector::test

// All forms of it but those for wider alignment, so that what one gives another may take back
// under sanitizers, which have their own.

void* operator new(std::size_t size) {
  void* piece = operator new(size, std::nothrow);
  return piece == nullptr ? throw std::bad_alloc() : piece;
}

void* operator new[](std::size_t size) {
  return operator new(size);
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return collector::test::scarce_malloc(size == 0 ? 1 : size);
}

void* operator new[](std::size_t size, const std::nothrow_t& nothrow) noexcept {
  return operator new(size, nothrow);
}

void operator delete(void* piece) noexcept {
  std::free(piece);
}

void operator delete[](void* piece) noexcept {
  std::free(piece);
}

void operator delete(void* piece, std::size_t) noexcept {
  std::free(piece);
}

void operator delete[](void* piece, std::size_t) noexcept {
  std::free(piece);
}
