// Points in time. Everything inside the program is UTC in whole seconds; zones exist only at
// the edges.
#pragma once

#include <chrono>
#include <string>

namespace collector {

using UtcTime = std::chrono::sys_seconds;
using std::chrono::seconds;

/// "2024-01-18T00:00:00Z". Years outside 0000–9999 are clamped to that range, so the text is
/// always RFC 3339.
std::string format_utc(UtcTime time);

/// The day in UTC, "2024-01-18"; likewise clamped.
std::string format_day(UtcTime time);

/// A window of days, half open: `from` is in it, `until` is not.
struct Window {
  UtcTime from;
  UtcTime until;

  [[nodiscard]] bool contains(UtcTime time) const { return from <= time && time < until; }
};

}  // namespace collector
