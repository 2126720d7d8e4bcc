#include "config/calendar.h"

#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

namespace {

seconds length_of(const char* month, const char* timezone) {
  const Window window = window_of(*parse_month(month), timezone);
  return window.until - window.from;
}

}  // namespace

TEST_CASE("a month in UTC begins at midnight") {
  const Window january = window_of(*parse_month("2024-01"), "UTC");

  CHECK(january.from == sys_days{2024y / January / 1});
  CHECK(january.until == sys_days{2024y / February / 1});
}

TEST_CASE("a month in which the clocks change is an hour shorter or longer") {
  CHECK(length_of("2024-03", "Europe/Berlin") == hours{743});
  CHECK(length_of("2024-10", "Europe/Berlin") == hours{745});
  CHECK(length_of("2024-02", "Europe/Berlin") == hours{696});
}

TEST_CASE("a month that begins inside a change of clocks has a beginning") {
  CHECK(length_of("2012-04", "America/Havana") > hours{700});
  CHECK(length_of("2014-08", "Africa/Cairo") > hours{700});
}

TEST_CASE("days are both included") {
  const Window window =
      window_of(*parse_day("2024-01-01"), *parse_day("2024-01-31"), "America/New_York");

  CHECK(window.from == sys_days{2024y / January / 1} + hours{5});
  CHECK(window.until == sys_days{2024y / February / 1} + hours{5});
}

TEST_CASE("a moment falls on the day that the time zone says") {
  const UtcTime late = sys_days{2024y / January / 31} + hours{23} + minutes{30};

  CHECK(day_of(late, "UTC") == 2024y / January / 31);
  CHECK(day_of(late, "Europe/Berlin") == 2024y / February / 1);
  CHECK(day_of(late, "America/New_York") == 2024y / January / 31);
}

TEST_CASE("what is no month or day is refused") {
  const char* month = GENERATE("", "2024", "2024-1", "2024-13", "2024-00", "24-01", "2024/01",
                               "2024-01-01", "-024-01", "2024-+1");
  CHECK_FALSE(parse_month(month).has_value());

  const char* day = GENERATE("", "2024-02-30", "2023-02-29", "2024-01-00", "2024-1-01",
                             "2024-01", "2024-01-1x");
  CHECK_FALSE(parse_day(day).has_value());
}

TEST_CASE("only names of the time zone database are time zones") {
  CHECK(is_timezone("UTC"));
  CHECK(is_timezone("Europe/Berlin"));
  CHECK_FALSE(is_timezone("CEST+1"));
  CHECK_FALSE(is_timezone(""));
}
