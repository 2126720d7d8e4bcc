#include "core/time.h"

#include <algorithm>
#include <cstdio>

namespace collector {

namespace {

using namespace std::chrono;

constexpr UtcTime kFirst = sys_days{year{0} / January / 1};
constexpr UtcTime kLast = sys_days{year{9999} / December / 31} + hours{24} - seconds{1};

}  // namespace

std::string format_utc(UtcTime time) {
  time = std::clamp(time, kFirst, kLast);
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  char text[32];
  const int length = std::snprintf(
      text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int{date.year()},
      unsigned{date.month()}, unsigned{date.day()}, static_cast<int>(clock.hours().count()),
      static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return {text, static_cast<std::size_t>(length)};
}

std::string format_day(UtcTime time) {
  constexpr std::size_t kDayBytes = 10;
  return format_utc(time).substr(0, kDayBytes);
}

}  // namespace collector
