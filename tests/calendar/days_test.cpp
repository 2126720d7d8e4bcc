#include "calendar/days.h"

#include "support/catch.h"

using namespace collector;

namespace {

constexpr Day kNewYear{std::chrono::year{2024} / 1 / 1};
const DaySpan kYear{kNewYear, kNewYear + std::chrono::days{365}};

DaySpan span(const char* text) {
  return parse_day_span(text).value();
}

std::vector<std::string> days_of(const CalendarDates& dates) {
  std::vector<std::string> texts;
  for (const DaySpan& one : event_days(dates, kYear))
    texts.push_back(format_day_span(one));
  return texts;
}

}  // namespace

TEST_CASE("an event without a rule has its own days, wherever they lie") {
  CHECK(days_of({span("2018-02-01/2018-02-02"), {}, {}, {}}) ==
        std::vector<std::string>{"2018-02-01/2018-02-02"});
}

TEST_CASE("a rule gives the days within the window, each as long as the first") {
  CalendarDates dates{
      span("2023-11-03/2023-11-04"), {"FREQ=MONTHLY;BYDAY=1FR;UNTIL=20240301"}, {}, {}};

  CHECK(days_of(dates) == std::vector<std::string>{"2024-01-05/2024-01-06",
                                                   "2024-02-02/2024-02-03",
                                                   "2024-03-01/2024-03-02"});
}

TEST_CASE("days are taken out and put in") {
  CalendarDates dates{span("2024-01-10/2024-01-10"), {"FREQ=WEEKLY;COUNT=3"}, {}, {}};
  dates.excluded = {*parse_day("2024-01-17")};
  dates.added = {span("2024-01-18/2024-01-19")};

  CHECK(days_of(dates) == std::vector<std::string>{"2024-01-10/2024-01-10",
                                                   "2024-01-18/2024-01-19",
                                                   "2024-01-24/2024-01-24"});
}

TEST_CASE("an event whose days are all called off has none") {
  CalendarDates weekly{span("2024-01-10/2024-01-10"), {"FREQ=WEEKLY;COUNT=2"}, {}, {}};
  weekly.excluded = {*parse_day("2024-01-10"), *parse_day("2024-01-17")};
  CalendarDates once{span("2024-01-10/2024-01-10"), {}, {}, {*parse_day("2024-01-10")}};

  CHECK(days_of(weekly).empty());
  CHECK(days_of(once).empty());
}

TEST_CASE("a former series whose first day is called off keeps the next") {
  CalendarDates former{
      span("2018-01-10/2018-01-11"), {"FREQ=WEEKLY;COUNT=3"}, {}, {*parse_day("2018-01-10")}};

  CHECK(days_of(former) == std::vector<std::string>{"2018-01-17/2018-01-18"});
}

TEST_CASE("a rule without end is followed for a while only") {
  for (const char* endless : {"FREQ=DAILY", "FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=WEEKLY"}) {
    INFO(endless);
    const auto days = event_days({span("1995-01-01/1995-01-01"), {endless}, {}, {}}, kYear);
    CHECK_FALSE(days.empty());
    CHECK(days.size() <= kMostDays);
  }
}

TEST_CASE("what repeats within a day has its first day") {
  for (const char* often : {"FREQ=SECONDLY;BYSECOND=30;BYMINUTE=15;BYHOUR=10",
                            "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY"}) {
    INFO(often);
    CHECK(days_of({span("2024-01-10/2024-01-10"), {often}, {}, {}}) ==
          std::vector<std::string>{"2024-01-10/2024-01-10"});
  }
}

TEST_CASE("a calendar of series that never take place does not keep the program") {
  RawFeed feed;
  feed.entries.resize(2'000);
  const std::vector<std::string> never(10, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
  for (RawEntry& entry : feed.entries)
    entry.dates = CalendarDates{span("2024-01-10/2024-01-10"), never, {}, {}};

  work_out_days(feed, kYear.first);

  CHECK(feed.entries.back().days.size() == 1);
  REQUIRE(feed.warnings.size() == 1);
  CHECK_THAT(feed.warnings[0], ContainsSubstring("take too long to follow"));
}

TEST_CASE("a rule that cannot be read, or never holds, leaves the first day") {
  for (const char* none :
       {"", "FREQ=SOMETIMES", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "BYDAY=MO"}) {
    INFO(none);
    CHECK(days_of({span("2024-01-10/2024-01-10"), {none}, {}, {}}) ==
          std::vector<std::string>{"2024-01-10/2024-01-10"});
  }
}
