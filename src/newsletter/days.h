// The days an issue covers: a month or a span of days in the newsletter's time zone, as a
// window in UTC.
#pragma once

#include "core/event.h"

#include <string>
#include <string_view>

namespace collector {

/// What --month, --from and --to say; all empty: nothing was said.
struct DaysAsked {
  std::string month;  // "2024-01"
  std::string from;   // "2024-01-01"; both days are included
  std::string to;
};

/// The window of a calendar month. Throws UsageError when `month` is none, ConfigError when
/// there is no such time zone.
Window month_window(std::string_view month, const std::string& timezone);

/// The window of a month or of a span of days, whichever is given. Throws UsageError when
/// neither is, both are, or the span ends before it begins; ConfigError as above.
Window issue_window(const DaysAsked& asked, const std::string& timezone);

/// The month, as in "2024-01", that `time` lies in. Throws ConfigError as above.
std::string month_at(UtcTime time, const std::string& timezone);

/// The day that `time` lies in. Throws ConfigError as above.
Day day_at(UtcTime time, const std::string& timezone);

/// What an issue of those days is called: "January 2024", "June & July 2023", "December 2023 &
/// January 2024", in `language` (BCP 47). A few days of a further month do not count. Throws
/// ConfigError as above.
std::string period_name(const Window& window, const std::string& timezone,
                        std::string_view language);

/// The first moment after `window` and `days` more.
UtcTime days_after(const Window& window, int days);

}  // namespace collector
