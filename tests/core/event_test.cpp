#include "core/event.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a day is read and written in one form only") {
  CHECK(format_day(*parse_day("2024-02-29")) == "2024-02-29");
  for (const char* none : {"", "2023-02-29", "2024-2-29", "2024-02-29T10:00:00Z", "2024/02/29",
                           "2024-00-01", "20x4-01-01"}) {
    INFO(none);
    CHECK_FALSE(parse_day(none));
  }
}

TEST_CASE("a span of days comes back as it was written") {
  const char* text = "2023-12-30/2024-01-02";
  CHECK(format_day_span(*parse_day_span(text)) == text);
  CHECK_FALSE(parse_day_span("2024-01-02/2023-12-30"));
  CHECK_FALSE(parse_day_span("2024-01-02"));
}
