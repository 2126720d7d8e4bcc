// Months and days as the newsletter's time zone counts them. The only door to the time zone
// library.
#pragma once

#include "core/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// A calendar month: "2024-01".
struct Month {
  std::chrono::year_month value{};

  bool operator==(const Month&) const = default;
};

/// "2024-01"; nothing for anything else.
std::optional<Month> parse_month(std::string_view text);
std::string to_string(Month month);

/// "2024-01-31"; nothing for anything else.
std::optional<std::chrono::year_month_day> parse_day(std::string_view text);

/// Knows the system this name, as in "Europe/Berlin"?
bool is_timezone(const std::string& name);

/// From the month's first moment in `timezone` to the next month's.
Window window_of(Month month, const std::string& timezone);

/// Both days included.
Window window_of(std::chrono::year_month_day from, std::chrono::year_month_day to,
                 const std::string& timezone);

/// The day that `time` falls on in `timezone`.
std::chrono::year_month_day day_of(UtcTime time, const std::string& timezone);

}  // namespace collector
