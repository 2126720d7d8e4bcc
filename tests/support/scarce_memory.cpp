#include "support/scarce_memory.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace collector::test {

namespace {

constexpr long kAll = -1;
thread_local long left = kAll;

bool refused() {
  return left != kAll && left-- == 0;
}

}  // namespace

void refuse_memory_after(long pieces) {
  left = pieces;
}

bool end_of_refusal() {
  const bool was_refused = left == kAll;
  left = kAll;
  return was_refused;
}

void* scarce_malloc(std::size_t size) {
  return refused() ? nullptr : std::malloc(size);
}

void* scarce_calloc(std::size_t count, std::size_t size) {
  return refused() ? nullptr : std::calloc(count, size);
}

void* scarce_realloc(void* piece, std::size_t size) {
  return refused() ? nullptr : std::realloc(piece, size);
}

char* scarce_strdup(const char* text) {
  return refused() ? nullptr : strdup(text);
}

}  // namespace collector::test

void* operator new(std::size_t size) {
  void* piece = collector::test::scarce_malloc(size == 0 ? 1 : size);
  return piece == nullptr ? throw std::bad_alloc() : piece;
}

void operator delete(void* piece) noexcept {
  std::free(piece);
}

void operator delete(void* piece, std::size_t) noexcept {
  std::free(piece);
}
