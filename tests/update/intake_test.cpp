#include "update/intake.h"

#include "config/config.h"
#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

namespace {

constexpr UtcTime kNow = sys_days{2024y / March / 1};

Item dated(UtcTime date) {
  Item item;
  item.date = date;
  item.date_source = DateSource::Published;
  return item;
}

}  // namespace

TEST_CASE("the pace of a feed is what its dates tell") {
  const std::vector<Item> items{dated(kNow - days{7}), dated(kNow - days{3}),
                                dated(kNow - days{14})};

  CHECK(entries_per_week(items, kNow) == Approx(1.5));
}

TEST_CASE("a feed without dates has no pace") {
  Item undated;
  undated.date = kNow - days{7};

  CHECK(entries_per_week({}, kNow) == 0);
  CHECK(entries_per_week({undated}, kNow) == 0);
  CHECK(entries_per_week({dated(kNow + days{1})}, kNow) == 0);
}

TEST_CASE("only of items that are to be placed the language is guessed") {
  const Config config = parse_config("", "");
  Intake intake(config, kNow);
  Item german;
  german.title = "Wie man einen eigenen Server betreibt und warum sich das lohnt";
  std::vector<Item> items{german, german};

  intake.place(items, std::vector<std::size_t>{1}, FeedSource{}, "");

  CHECK(items[0].language.empty());
  CHECK(items[1].language == "de");
}
