#include "core/time.h"

#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

TEST_CASE("a time is written as RFC 3339 in UTC") {
  const UtcTime time = sys_days{2024y / January / 18} + 9h + 5min + 7s;

  CHECK(format_utc(time) == "2024-01-18T09:05:07Z");
}

TEST_CASE("a day is that of UTC") {
  CHECK(format_day(sys_days{2024y / January / 18} + 23h + 59min) == "2024-01-18");
  CHECK(format_day(sys_days{2024y / January / 18} - 1s) == "2024-01-17");
}

TEST_CASE("a time no four-digit year can hold is clamped") {
  CHECK(format_utc(sys_days{12000y / January / 1}) == "9999-12-31T23:59:59Z");
  CHECK(format_utc(sys_days{year{-5} / January / 1}) == "0000-01-01T00:00:00Z");
}

TEST_CASE("a window holds its first moment and not the one after its last") {
  const Window january{sys_days{2024y / January / 1}, sys_days{2024y / February / 1}};

  CHECK(january.contains(sys_days{2024y / January / 1}));
  CHECK(january.contains(sys_days{2024y / February / 1} - 1s));
  CHECK_FALSE(january.contains(sys_days{2024y / February / 1}));
}
