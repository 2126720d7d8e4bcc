// What calendars say of their events → the days on which these take place.
#pragma once

#include "core/feed.h"

#include <vector>

namespace collector {

/// The days of an event that lie in `window`, earliest first, at most kMostDays of them. An
/// event that has none there, a former or far one, keeps its first; one whose days are all
/// called off has none.
std::vector<DaySpan> event_days(const CalendarDates& dates, const DaySpan& window);

inline constexpr std::size_t kMostDays = 150;

/// Fills RawEntry::days of all events, from some months before `now` to two years after it:
/// rules may have no end. Events without a day left are dropped. A series that takes too long
/// keeps its first day, which a warning says. A tag at the end of a title, "[DE / EN]", becomes
/// the entry's languages.
void work_out_days(RawFeed& feed, UtcTime now);

}  // namespace collector
