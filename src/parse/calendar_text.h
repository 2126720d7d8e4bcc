// iCalendar text made harmless for the library that reads it: that one calls itself for each
// level, and takes ages over a long line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

struct CalendarText {
  std::string text;  // whole calendars with their events and time zones, and nothing else
  bool cut_off = false;
  std::vector<std::string> warnings;
};

/// Each content line on one line. Lines are counted in bytes and may be folded within a
/// character (RFC 5545 section 3.1): what is said to be UTF-8 is unfolded before it is read as
/// that.
std::string unfolded(std::string_view document);

/// Keeps the events (without what is nested in them, such as alarms), the time zones and the
/// properties of each calendar. Lines are unfolded and bounded, so are blocks and their number;
/// an event that does not end is left out. `document` is UTF-8.
CalendarText calendar_text(std::string_view document);

}  // namespace collector
