#include "normalise/date.h"

#include <cstdint>
#include <cstdlib>

using namespace collector;

// A date that is understood is understood again as it is written, in any year of feeds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto time = parse_date({reinterpret_cast<const char*>(data), size});
  constexpr UtcTime kFirst = std::chrono::sys_days(std::chrono::year(1970) / 1 / 1);
  constexpr UtcTime kLast = std::chrono::sys_days(std::chrono::year(2100) / 1 / 1);
  if (time && *time >= kFirst && *time < kLast && parse_date(format_utc(*time)) != time)
    std::abort();
  return 0;
}
