// Takes a date text apart: numbers and month names in their order, the time of day, the zone.
// Which number is the day is not decided here.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// Stands for a dash longer than a hyphen: it parts, or is a minus where it can be nothing
/// else.
inline constexpr char kDash = '~';

struct DatePieces {
  /// One letter for each piece of the day: n a number of one or two digits, y one of four, l a
  /// longer one, m a month's name; and the separators - / . that stand between two of them.
  std::string shape;
  std::array<std::int64_t, 3> values{};  // of the letters, not the separators
  std::size_t count = 0;
  std::optional<int> weekday;  // 0 Sunday … 6 Saturday
  std::optional<std::chrono::seconds> time;
  std::optional<int> half_day;  // hours that AM or PM adds
  std::optional<std::chrono::minutes> offset;
  std::string zone_name;  // "America/Los_Angeles"
};

/// Nothing when a piece is no part of any date, or a time of day that does not exist.
std::optional<DatePieces> take_date_apart(std::string_view text);

}  // namespace collector
