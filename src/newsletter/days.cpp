#include "newsletter/days.h"

#include "core/error.h"
#include "newsletter/local_dates.h"

#include <date/tz.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <vector>

namespace collector {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

// An issue may reach into the next month by as much as this, and is not called by it.
constexpr days kFewDays{7};

/// Null is UTC: its days need no database, which costs hundreds of files to open.
const date::time_zone* find_zone(const std::string& timezone) {
  if (timezone == "UTC") return nullptr;
  try {
    return date::locate_zone(timezone);
  } catch (const std::runtime_error&) {
    throw ConfigError("newsletter: \"timezone\" wants a name such as Europe/Berlin, got \"" +
                      timezone + "\"");
  }
}

/// The first moment of a day. Some days begin inside a change of the clock: then the earlier
/// reading holds.
UtcTime start_of(local_days day, const date::time_zone* zone) {
  const date::local_seconds local{day.time_since_epoch()};
  if (zone == nullptr) return UtcTime{local.time_since_epoch()};
  return UtcTime{zone->to_sys(local, date::choose::earliest).time_since_epoch()};
}

year_month_day wanted_day(const char* option, std::string_view text) {
  if (const auto day = parse_day(text)) return *day;
  throw UsageError(std::string(option) + ": wants a day such as 2024-01-31, got \"" +
                   std::string(text) + "\"");
}

Window span_window(const DaysAsked& asked, const date::time_zone* zone) {
  if (asked.from.empty() || asked.to.empty()) {
    throw UsageError(asked.from.empty() ? "--to: wants --from as well"
                                        : "--from: wants --to as well");
  }
  const year_month_day first = wanted_day("--from", asked.from);
  const year_month_day last = wanted_day("--to", asked.to);
  if (last < first) {
    throw UsageError("--to: " + asked.to + " lies before --from " + asked.from);
  }
  return {start_of(local_days{first}, zone), start_of(local_days{last} + days{1}, zone)};
}

/// `door` opens a complaint: the option that the month was said with, or nothing.
Window window_of_month(std::string_view month, const std::string& timezone,
                       const std::string& door) {
  const auto first_day = parse_day(std::string(month) + "-01");
  if (!first_day) {
    throw UsageError(door + "wants a month such as 2024-01, got \"" + std::string(month) +
                     "\"");
  }
  const year_month_day first{*first_day};
  const date::time_zone* zone = find_zone(timezone);
  return {start_of(local_days{first}, zone), start_of(local_days{first + months{1}}, zone)};
}

}  // namespace

Window month_window(std::string_view month, const std::string& timezone) {
  return window_of_month(month, timezone, "");
}

Window issue_window(const DaysAsked& asked, const std::string& timezone) {
  const bool span = !asked.from.empty() || !asked.to.empty();
  if (span && !asked.month.empty()) {
    throw UsageError("--month: stands alone, without --from and --to");
  }
  if (span) return span_window(asked, find_zone(timezone));
  if (asked.month.empty()) throw UsageError("wants --month, or --from and --to");
  return window_of_month(asked.month, timezone, "--month: ");
}

std::string month_at(UtcTime time, const std::string& timezone) {
  constexpr std::size_t kMonthBytes = 7;
  return format_day(day_at(time, timezone)).substr(0, kMonthBytes);
}

Day day_at(UtcTime time, const std::string& timezone) {
  const date::time_zone* zone = find_zone(timezone);
  if (zone == nullptr) return std::chrono::floor<days>(time);
  const auto local = zone->to_local(date::sys_seconds{time.time_since_epoch()});
  return std::chrono::floor<days>(UtcTime{local.time_since_epoch()});
}

std::string period_name(const Window& window, const std::string& timezone,
                        std::string_view language) {
  const year_month_day first{day_at(window.from, timezone)};
  const year_month_day last{day_at(window.until - seconds{1}, timezone)};
  std::vector<year_month> covered;
  for (auto one = first.year() / first.month(); one <= last.year() / last.month();
       one += months{1}) {
    const local_days begin = std::max(local_days{first}, local_days{one / 1});
    const local_days end =
        std::min(local_days{last} + days{1}, local_days{(one + months{1}) / 1});
    if (end - begin > kFewDays) covered.push_back(one);
  }
  if (covered.empty()) covered.push_back(first.year() / first.month());
  std::string name;
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (i > 0) name += i + 1 == covered.size() ? " & " : ", ";
    const bool same_year = i + 1 < covered.size() && covered[i + 1].year() == covered[i].year();
    name +=
        same_year ? month_name(covered[i].month(), language) : month_name(covered[i], language);
  }
  return name;
}

UtcTime days_after(const Window& window, int days) {
  return window.until + std::chrono::days{days};
}

}  // namespace collector
