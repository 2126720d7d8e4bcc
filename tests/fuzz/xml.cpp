#include "feed_input.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_document({reinterpret_cast<const char*>(data), size});
  return 0;
}
