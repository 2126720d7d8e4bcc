// When something takes place. Whole days where it takes place: the newsletter prints no hours.
#pragma once

#include "core/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

using Day = std::chrono::sys_days;

/// Days in a row, both included.
struct DaySpan {
  Day first{};
  Day last{};

  auto operator<=>(const DaySpan&) const = default;
};

/// What a calendar says of an entry's days, as written but for the day each time falls on.
struct CalendarDates {
  DaySpan first;                   // of a series: the first one
  std::vector<std::string> rules;  // RFC 5545 RRULE values, "FREQ=MONTHLY;BYDAY=2WE"
  std::vector<DaySpan> added;      // beside what the rules say
  std::vector<Day> excluded;       // first days that the rules say in vain
  // From the days that the rules count in, those of DTSTART's time zone, to those of the place.
  std::chrono::days shift{0};
};

/// "2024-02-14", nothing else.
std::optional<Day> parse_day(std::string_view text);

/// "2024-02-01/2024-02-02", as the store keeps it.
std::optional<DaySpan> parse_day_span(std::string_view text);
std::string format_day_span(const DaySpan& span);

}  // namespace collector
