#include "calendar/days.h"

#include "core/owned.h"

#include <libical/ical.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <set>

namespace collector {

namespace {

using Iterator = std::unique_ptr<icalrecur_iterator, Releases<icalrecur_iterator_free>>;
using std::chrono::year_month_day;

// Some forty years of days: a rule may begin long ago, and a hostile one never comes to an end.
constexpr int kMostSteps = 15'000;

// Of one event; the standard advises against a second.
constexpr std::size_t kMostRules = 10;

// For all series of a calendar. An honest one takes a fraction of a millisecond, but libical
// looks for a 30th of February until the year 20000.
constexpr std::clock_t kMostClocks = CLOCKS_PER_SEC;

// Late issues look back; calendars that never change are still worth something in two years.
constexpr std::chrono::months kMonthsBefore{3};
constexpr std::chrono::months kMonthsAhead{25};

icaltimetype to_ical(Day day) {
  const year_month_day date{day};
  icaltimetype time{};  // not icaltime_null_date(), whose hour is -1
  time.year = int{date.year()};
  time.month = static_cast<int>(unsigned{date.month()});
  time.is_date = 1;
  time.day = static_cast<int>(unsigned{date.day()});
  return time;
}

Day from_ical(const icaltimetype& time) {
  return Day{year_month_day{std::chrono::year{time.year},
                            std::chrono::month{static_cast<unsigned>(time.month)},
                            std::chrono::day{static_cast<unsigned>(time.day)}}};
}

/// The first days that one rule gives within `window`. What repeats within a day is no news,
/// and would need a step a second.
void add_by_rule(const std::string& text, Day first, const DaySpan& window,
                 std::set<Day>& days) {
  icalrecurrencetype rule = icalrecurrencetype_from_string(text.c_str());
  const std::unique_ptr<char, Releases<std::free>> scale(rule.rscale);  // ours since then
  if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE) return;
  const icaltimetype end = to_ical(window.last);
  if (icaltime_is_null_time(rule.until) != 0 || icaltime_compare(rule.until, end) > 0)
    rule.until = end;  // else a rule that gives no day is followed to the end of time
  const Iterator steps(icalrecur_iterator_new(rule, to_ical(first)));
  if (steps == nullptr) return;
  for (int step = 0; step < kMostSteps; ++step) {
    const icaltimetype time = icalrecur_iterator_next(steps.get());
    if (icaltime_is_null_time(time) != 0) return;
    const Day day = from_ical(time);
    if (day > window.last || days.size() > kMostDays) return;
    if (day >= window.first) days.insert(day);
  }
}

/// The first days within `window`, and the very first wherever it lies, for it counts whatever
/// the rules say; none of those that are called off.
std::set<Day> starts_of(const CalendarDates& dates, const DaySpan& window) {
  const DaySpan where_rules_count{window.first - dates.shift, window.last - dates.shift};
  std::set<Day> by_rules;
  for (std::size_t i = 0; i < dates.rules.size() && i < kMostRules; ++i)
    add_by_rule(dates.rules[i], dates.first.first - dates.shift, where_rules_count, by_rules);
  std::set<Day> starts{dates.first.first};
  for (const Day day : by_rules)
    starts.insert(day + dates.shift);
  for (const Day day : dates.excluded)
    starts.erase(day);
  return starts;
}

bool overlap(const DaySpan& a, const DaySpan& b) {
  return a.first <= b.last && b.first <= a.last;
}

/// "[DE / EN]" at the end of a title.
void take_languages(RawEntry& entry) {
  static const RE2 kTag(
      R"(^(.*\S)\s*\[([A-Za-z]{2}(?:[-_][A-Za-z]{2})?(?:\s*[/,]\s*[A-Za-z]{2}(?:[-_][A-Za-z]{2})?)*)\]\s*$)");
  std::string title, languages;
  if (!RE2::FullMatch(entry.title.value, kTag, &title, &languages)) return;
  entry.title.value = title;
  std::replace(languages.begin(), languages.end(), '/', ',');
  std::erase(languages, ' ');
  entry.language = languages;
}

}  // namespace

std::vector<DaySpan> event_days(const CalendarDates& dates, const DaySpan& window) {
  const auto length = dates.first.last - dates.first.first;
  std::set<DaySpan> spans(dates.added.begin(), dates.added.end());
  for (const Day start : starts_of(dates, window))
    spans.insert({start, start + length});
  std::vector<DaySpan> days;
  for (const DaySpan& span : spans) {
    if (overlap(span, window) && days.size() < kMostDays) days.push_back(span);
  }
  if (!days.empty()) return days;
  if (!spans.empty()) return {*spans.rbegin()};
  // The first day is called off; others may have been before the window.
  const std::set<Day> former = starts_of(dates, {dates.first.first, window.last});
  if (!former.empty()) days.push_back({*former.begin(), *former.begin() + length});
  return days;
}

void work_out_days(RawFeed& feed, UtcTime now) {
  using namespace std::chrono;
  // From the first of a month on: what the rules give must not change with every poll.
  const year_month_day today{floor<days>(now)};
  const year_month month = today.year() / today.month();
  const DaySpan window{Day{(month - kMonthsBefore) / 1}, Day{(month + kMonthsAhead) / 1}};
  const std::clock_t begun = std::clock();
  std::size_t not_followed = 0;
  for (RawEntry& entry : feed.entries) {
    if (!entry.dates) continue;
    if (!entry.dates->rules.empty() && std::clock() - begun > kMostClocks) {
      entry.dates->rules.clear();
      entry.dates->excluded.clear();
      ++not_followed;
    }
    entry.days = event_days(*entry.dates, window);
    take_languages(entry);
  }
  std::erase_if(feed.entries,
                [](const RawEntry& entry) { return entry.dates && entry.days.empty(); });
  if (not_followed > 0)
    feed.warnings.push_back(
        "series that take too long to follow, of which only the first day is read: " +
        std::to_string(not_followed));
}

}  // namespace collector
