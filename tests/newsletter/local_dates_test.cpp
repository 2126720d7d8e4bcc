#include "newsletter/local_dates.h"

#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

TEST_CASE("days are printed as the newsletter prints them") {
  const auto date = [](const char* days) { return days_name(*parse_day_span(days), "en"); };
  CHECK(date("2024-02-01/2024-02-02") == "1st - 2nd February 2024");
  CHECK(date("2024-02-14/2024-02-14") == "14th February 2024");
  CHECK(date("2024-01-31/2024-02-03") == "31st January - 3rd February 2024");
  CHECK(date("2023-12-31/2024-01-01") == "31st December 2023 - 1st January 2024");
  CHECK(date("2024-03-11/2024-03-13") == "11th - 13th March 2024");
  CHECK(date("2024-03-21/2024-03-23") == "21st - 23rd March 2024");
}

TEST_CASE("days and months are written as the newsletter's language writes them") {
  CHECK(month_name(2024y / January, "fr") == "janvier 2024");
  CHECK(month_name(2024y / March, "de-AT") == "M\u00e4rz 2024");
  CHECK(month_name(2024y / January, "ja") == "2024\u5e741\u6708");
  CHECK(month_name(March, "nl") == "maart");
  CHECK(days_name(*parse_day_span("2024-02-14/2024-02-14"), "es") == "14 de febrero de 2024");
  const std::string span = days_name(*parse_day_span("2024-02-01/2024-02-02"), "de");
  CHECK(span.starts_with("1."));
  CHECK(span.ends_with("2. Februar 2024"));
}

TEST_CASE("an issue's month is ours where a language has months of its own") {
  CHECK(month_name(2026y / September, "fa").starts_with("سپتامبر"));
  CHECK(month_name(September, "fa") == "سپتامبر");
  CHECK(month_name(2026y / September, "th") == "กันยายน 2569");
}

TEST_CASE("a language that nobody knows is written as English") {
  const std::string language = GENERATE("xx", "", "no language", "en-GB");

  CHECK(month_name(2024y / January, language) == "January 2024");
  CHECK(days_name(*parse_day_span("2024-02-14/2024-02-14"), language) == "14th February 2024");
}
