#include "config/calendar.h"

#include "core/error.h"

#include <date/tz.h>

#include <charconv>
#include <cstdio>

namespace collector {

namespace {

using namespace std::chrono;

const date::time_zone& zone_named(const std::string& name) {
  try {
    return *date::locate_zone(name);
  } catch (const std::runtime_error&) {
    throw ConfigError("the time zone \"" + name +
                      "\" is not known here; is the package tzdata installed?");
  }
}

// Needs no time zone database, whose first use costs milliseconds.
constexpr const char* kUtc = "UTC";

/// The first moment of a day. Some months begin inside a change of clocks (Havana 2012-04,
/// Cairo 2014-08): then the earlier reading holds.
UtcTime start_of(sys_days day, const std::string& timezone) {
  if (timezone == kUtc) return day;
  return zone_named(timezone).to_sys(date::local_days{day.time_since_epoch()} + seconds{0},
                                     date::choose::earliest);
}

std::optional<int> number_of(std::string_view digits) {
  int number = 0;
  const auto [end, problem] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (problem != std::errc{} || end != digits.data() + digits.size() || digits[0] == '-') {
    return std::nullopt;
  }
  return number;
}

}  // namespace

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto y = number_of(text.substr(0, 4));
  const auto m = number_of(text.substr(5));
  if (!y || !m || *m < 1 || *m > 12) return std::nullopt;
  return Month{year{*y} / *m};
}

std::string to_string(Month month) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u", int{month.value.year()},
                unsigned{month.value.month()});
  return text;
}

std::optional<year_month_day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto month = parse_month(text.substr(0, 7));
  const auto d = number_of(text.substr(8));
  if (!month || !d) return std::nullopt;
  const year_month_day result = month->value / *d;
  return result.ok() ? std::optional{result} : std::nullopt;
}

bool is_timezone(const std::string& name) {
  if (name == kUtc) return true;
  try {
    return date::locate_zone(name) != nullptr;
  } catch (const std::runtime_error&) {
    return false;
  }
}

Window window_of(Month month, const std::string& timezone) {
  return {start_of(sys_days{month.value / 1}, timezone),
          start_of(sys_days{(month.value + months{1}) / 1}, timezone)};
}

Window window_of(year_month_day from, year_month_day to, const std::string& timezone) {
  return {start_of(sys_days{from}, timezone), start_of(sys_days{to} + days{1}, timezone)};
}

year_month_day day_of(UtcTime time, const std::string& timezone) {
  if (timezone == kUtc) return floor<days>(time);
  const auto local = zone_named(timezone).to_local(time);
  return year_month_day{sys_days{floor<days>(local).time_since_epoch()}};
}

}  // namespace collector
