#include "feed_input.h"

#include <cstdint>
#include <string>

// Everything behind the opening brace is the fuzzer's: it never strays into XML.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_document("{" + std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
