#include "normalise/date.h"

#include <cstdint>
#include <cstdlib>

using namespace collector;

// A date that is understood is understood again as it is written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto time = parse_date({reinterpret_cast<const char*>(data), size});
  if (time && parse_date(format_utc(*time)) != time) std::abort();
  return 0;
}
