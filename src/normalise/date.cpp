#include "normalise/date.h"

#include <cstdio>
#include <string>

namespace collector {

std::optional<UtcTime> parse_date(std::string_view text) {
  using namespace std::chrono;
  int y = 0;
  unsigned m = 0, d = 0, hour = 0, minute = 0, second = 0;
  const std::string copy(text);
  const int read =
      std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2u:%2u:%2u", &y, &m, &d, &hour, &minute, &second);
  const year_month_day date{year{y}, month{m}, day{d}};
  if ((read != 3 && read != 6) || !date.ok() || hour > 23 || minute > 59 || second > 60) {
    return std::nullopt;
  }
  return sys_days{date} + hours{hour} + minutes{minute} + seconds{second};
}

}  // namespace collector
