#include "config/units.h"

#include "support/catch.h"

#include <string>
#include <utility>

using namespace collector;

TEST_CASE("durations are read as people write them") {
  const auto [text, wanted] = GENERATE(table<std::string, int>({{"30s", 30},
                                                                {"15m", 900},
                                                                {"6h", 21600},
                                                                {"2d", 172800},
                                                                {"1w", 604800},
                                                                {"1h30m", 5400},
                                                                {"45", 45},
                                                                {"3660d", 316'224'000},
                                                                {"0", 0}}));
  INFO(text);

  CHECK(parse_duration(text) == seconds{wanted});
}

TEST_CASE("what is no duration is refused") {
  const std::string text = GENERATE("", "soon", "h", "-1h", "1.5h", "6 h", "6H", "1h ", "1hh",
                                    "99999999999999999999s", "99999d", "3660d1s");
  INFO(text);

  CHECK_FALSE(parse_duration(text).has_value());
}

TEST_CASE("sizes are read as people write them") {
  CHECK(parse_size("10MiB") == 10u * 1024 * 1024);
  CHECK(parse_size("1GiB") == 1024u * 1024 * 1024);
  CHECK(parse_size("10MB") == 10'000'000u);
  CHECK(parse_size("4096") == 4096u);
  CHECK(parse_size("1073741824GiB") == std::uint64_t{1} << 60);
  CHECK_FALSE(parse_size("1073741825GiB").has_value());
  CHECK_FALSE(parse_size("").has_value());
  CHECK_FALSE(parse_size("big").has_value());
  CHECK_FALSE(parse_size("1MiB2").has_value());
  CHECK_FALSE(parse_size("99999999999999GiB").has_value());
}

TEST_CASE("a duration is written in the longest unit that divides it") {
  CHECK(format_duration(seconds{21600}) == "6h");
  CHECK(format_duration(seconds{90}) == "90s");
  CHECK(format_duration(seconds{0}) == "0s");
}
