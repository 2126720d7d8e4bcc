#include "core/months.h"

#include "support/catch.h"

#include <string>

using namespace collector;
using namespace std::chrono;

TEST_CASE("every month has a name by which it is found again") {
  const std::string pattern = kMonthPattern;
  for (unsigned number = 1; number <= 12; ++number) {
    const std::string name(english_name(month{number}));
    CHECK(month_named(name) == month{number});
    CHECK(pattern.find(name) != std::string::npos);
  }
  CHECK(english_name(January) == "January");
  CHECK(english_name(December) == "December");
}

TEST_CASE("another word names no month") {
  CHECK_FALSE(month_named("january").ok());
  CHECK_FALSE(month_named("Jan").ok());
  CHECK_FALSE(month_named("").ok());
}
