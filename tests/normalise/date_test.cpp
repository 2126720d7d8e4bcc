#include "normalise/date.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

namespace {

struct DateCase {
  std::string text;
  std::string expected;  // RFC 3339 in UTC; empty: no date
};

std::string read(const std::string& text) {
  const auto date = parse_date(text);
  return date ? format_utc(*date) : std::string{};
}

void check(const std::vector<DateCase>& cases) {
  for (const DateCase& c : cases) {
    INFO(c.text);
    CHECK(read(c.text) == c.expected);
  }
}

}  // namespace

TEST_CASE("dates of RFC 822 and its successors are read") {
  check({
      {"Thu, 01 Feb 2024 10:20:30 GMT", "2024-02-01T10:20:30Z"},
      {"Thu, 01 Feb 2024 10:20:30 +0530", "2024-02-01T04:50:30Z"},
      {"1 Feb 24 10:20 -0800", "2024-02-01T18:20:00Z"},
      {"Thu, 1 Feb 2024 10:20:30 Z", "2024-02-01T10:20:30Z"},
      {"Thu, 1 Feb 2024 10:20:30 EST", "2024-02-01T15:20:30Z"},
      {"Thu, 1 Feb 2024 10:20:30 XYZ", "2024-02-01T10:20:30Z"},
      {"Thu, 1 Feb 2024 10:20:30 +3000", "2024-02-01T10:20:30Z"},
      {"\n Thu,\n 01 Feb 2024\n 10:20:30 UT\n", "2024-02-01T10:20:30Z"},
      {"Sun, 31 Dec 2023 23:59:60 GMT", "2024-01-01T00:00:00Z"},
      {"31 Dec 69 00:00 GMT", "2069-12-31T00:00:00Z"},
      {"1 Jan 70 00:00 GMT", "1970-01-01T00:00:00Z"},
  });
}

TEST_CASE("dates of RFC 3339 and ISO 8601 are read") {
  check({
      {"2024-02-01T10:20:30Z", "2024-02-01T10:20:30Z"},
      {"2024-02-01t10:20:30.25+01:00", "2024-02-01T09:20:30Z"},
      {"2024-02-01 10:20:30", "2024-02-01T10:20:30Z"},
      {"2024-02-01T24:00:00Z", "2024-02-02T00:00:00Z"},
      {"2024-02-01", "2024-02-01T00:00:00Z"},
      {"2024-02", "2024-02-01T00:00:00Z"},
      {"2024", "2024-01-01T00:00:00Z"},
      {"20240201T102030Z", "2024-02-01T10:20:30Z"},
      {"2024-01-18T10:00:00+01:00[Europe/Berlin]", "2024-01-18T09:00:00Z"},
      {"2024-01-18T10:00:00Z[UTC][u-ca=gregory]", "2024-01-18T10:00:00Z"},
      {"20240201102030", "2024-02-01T10:20:30Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
  });
}

TEST_CASE("dates as people and programs write them are read") {
  check({
      {"Thursday, February 1, 2024 - 3:09pm", "2024-02-01T15:09:00Z"},
      {"Feb. 1, 2024, 12:05 a.m.", "2024-02-01T00:05:00Z"},
      {"Thu Feb  1 10:20:30 CET 2024", "2024-02-01T09:20:30Z"},
      {"Thu Feb 01 2024 10:20:30 GMT+0100 (Central European Standard Time)",
       "2024-02-01T09:20:30Z"},
      {"1st February, 2024", "2024-02-01T00:00:00Z"},
      {"Thu, 1 Feb 2024 10:20:30 America/New_York", "2024-02-01T15:20:30Z"},
      {"February 1, 2024 at 10:20 AM EDT", "2024-02-01T14:20:00Z"},
      {"1706782830", "2024-02-01T10:20:30Z"},
      {"1706782830123", "2024-02-01T10:20:30Z"},
      {"10:20 01.02.2024", "2024-02-01T10:20:00Z"},
  });
}

TEST_CASE("months and days may have names of other languages") {
  check({
      {"Do, 01 Feb 2024 10:20:30 +0100", "2024-02-01T09:20:30Z"},
      {"jeu., 01 févr. 2024 10:20:30 +0100", "2024-02-01T09:20:30Z"},
      {"mar., 05 déc. 2023 10:20:30 +0000", "2023-12-05T10:20:30Z"},
      {"1 de febrero de 2024", "2024-02-01T00:00:00Z"},
      {"1. MÄRZ 2024", "2024-03-01T00:00:00Z"},
      {"1 Февраля 2024", "2024-02-01T00:00:00Z"},
      {"Πεμ, 01 Φεβ 2024 10:20:30 EET", "2024-02-01T08:20:30Z"},
      {"2024-február-1T9:05Z", "2024-02-01T09:05:00Z"},
      {"2024년 02월 01일 10:20:30", "2024-02-01T01:20:30Z"},
      {"2024年2月1日", "2024-02-01T00:00:00Z"},
  });
}

TEST_CASE("which number is the day follows from what is possible, then from the weekday") {
  check({
      {"23/11/2019", "2019-11-23T00:00:00Z"},
      {"11/23/2019", "2019-11-23T00:00:00Z"},
      {"Sat, 04/11/2020", "2020-04-11T00:00:00Z"},
      {"Wed, 04/11/2020", "2020-11-04T00:00:00Z"},
      {"04/11/2020 5:08 PM", "2020-04-11T17:08:00Z"},
      {"04/11/2020", "2020-11-04T00:00:00Z"},
  });
}

TEST_CASE("what is no date is refused") {
  check({
      {"", ""},
      {"yesterday", ""},
      {"Sun, 99 Jun 2024 12:00:00 GMT", ""},
      {"Thu, 30 Feb 2024 12:00:00 GMT", ""},
      {"2024-02-01T10:61:00Z", ""},
      {"2024-02-01T25:00:00Z", ""},
      {"1 Feb 2024 +99999", ""},
      {"0000-01-01T00:00:00Z", ""},
      {"9999-12-31T23:59:59-01:00", ""},
      {"12345", ""},
      {"1 2 3 4 5", ""},
      {"20240201256000", ""},
      {"20240230102030", ""},
      {std::string(5000, '1'), ""},
  });
}
