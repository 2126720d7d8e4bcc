#include "newsletter/days.h"

#include "core/error.h"
#include "support/catch.h"

using namespace collector;

namespace {

std::string shown(const Window& window) {
  return format_utc(window.from) + " " + format_utc(window.until);
}

}  // namespace

TEST_CASE("a month begins and ends at midnight of the newsletter's time zone") {
  CHECK(shown(month_window("2024-02", "UTC")) == "2024-02-01T00:00:00Z 2024-03-01T00:00:00Z");
  CHECK(shown(month_window("2024-12", "UTC")) == "2024-12-01T00:00:00Z 2025-01-01T00:00:00Z");
  CHECK(shown(month_window("2024-03", "Europe/Berlin")) ==
        "2024-02-29T23:00:00Z 2024-03-31T22:00:00Z");
}

TEST_CASE("a month that begins inside a change of the clock has a first moment all the same") {
  // Havana went from 00:00 to 01:00 on 1 April 2012: that day had no midnight.
  CHECK(shown(month_window("2012-04", "America/Havana")) ==
        "2012-04-01T05:00:00Z 2012-05-01T04:00:00Z");
}

TEST_CASE("a span of days holds its first and its last day") {
  const Window window = issue_window({"", "2023-12-01", "2024-02-02"}, "UTC");

  CHECK(shown(window) == "2023-12-01T00:00:00Z 2024-02-03T00:00:00Z");
  CHECK(shown(issue_window({"", "2024-02-02", "2024-02-02"}, "UTC")) ==
        "2024-02-02T00:00:00Z 2024-02-03T00:00:00Z");
}

TEST_CASE("days that make no sense are refused with the option's name") {
  const auto complaint = [](const DaysAsked& asked) -> std::string {
    try {
      issue_window(asked, "UTC");
    } catch (const UsageError& error) {
      return error.what();
    }
    return "";
  };

  CHECK_THAT(complaint({}), StartsWith("wants --month"));
  CHECK_THAT(complaint({"2024-13", "", ""}), StartsWith("--month: "));
  CHECK_THAT(complaint({"2024-1", "", ""}), StartsWith("--month: "));
  CHECK_THAT(complaint({"January", "", ""}), StartsWith("--month: "));
  CHECK_THAT(complaint({"2024-01", "2024-01-01", ""}), StartsWith("--month: "));
  CHECK_THAT(complaint({"", "2024-01-01", ""}), StartsWith("--from: "));
  CHECK_THAT(complaint({"", "", "2024-01-01"}), StartsWith("--to: "));
  CHECK_THAT(complaint({"", "2024-01-32", "2024-02-01"}), StartsWith("--from: "));
  CHECK_THAT(complaint({"", "2024-02-01", "2024-01-31"}), StartsWith("--to: "));
}

TEST_CASE("a month that is none is refused without an option that nobody gave") {
  CHECK_THROWS_WITH(month_window("soon", "UTC"), "wants a month such as 2024-01, got \"soon\"");
}

TEST_CASE("a time zone that is none is an error of the configuration") {
  CHECK_THROWS_AS(month_window("2024-01", "Europe/Nowhere"), ConfigError);
}

TEST_CASE("a moment lies in the month that the newsletter's clock shows") {
  const UtcTime late = std::chrono::sys_days{std::chrono::year{2024} / 1 / 31} +
                       std::chrono::minutes{23 * 60 + 30};

  CHECK(month_at(late, "UTC") == "2024-01");
  CHECK(month_at(late, "Europe/Berlin") == "2024-02");
}

TEST_CASE("an issue is called by the months it covers") {
  const auto name = [](const DaysAsked& asked) {
    return period_name(issue_window(asked, "Europe/Berlin"), "Europe/Berlin", "en");
  };
  CHECK(name({"2024-01", "", ""}) == "January 2024");
  CHECK(name({"", "2023-12-01", "2024-01-31"}) == "December 2023 & January 2024");
  CHECK(name({"", "2023-06-01", "2023-07-31"}) == "June & July 2023");
  CHECK(name({"", "2023-06-01", "2023-08-31"}) == "June, July & August 2023");
  CHECK(name({"", "2023-12-01", "2024-02-02"}) == "December 2023 & January 2024");
  CHECK(name({"", "2024-03-01", "2024-03-05"}) == "March 2024");
  const Window summer = issue_window({"", "2023-06-01", "2023-07-31"}, "UTC");
  CHECK(period_name(summer, "UTC", "fr") == "juin & juillet 2023");
}
