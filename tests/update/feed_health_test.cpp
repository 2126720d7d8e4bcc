#include "update/feed_health.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("how a feed is, and what is odd about it, is told in words") {
  struct Row {
    FeedWarning warning;
    int failures;
    std::string health;
    std::string remark;
  };

  const auto row = GENERATE(values<Row>({
      {{}, 0, "ok", ""},
      {{}, 3, "failed 3x", "no answer"},
      {{FeedOddity::Dead},
       30,
       "probably dead",
       "no answer; probably dead: failing since 2024-01-01"},
      {{FeedOddity::Slow, {"12"}}, 0, "slow", "slow: 12 s for the last answer"},
      {{FeedOddity::Retitled, {"Wonder: all"}},
       0,
       "suspicious",
       "suspicious: its title was \"Wonder: all\""},
      {{FeedOddity::OtherHost, {"b.example"}},
       0,
       "suspicious",
       "suspicious: moved to another host, b.example"},
      {{FeedOddity::ShortList, {"3", "20"}},
       0,
       "suspicious",
       "the list has 3 extensions where it had 20; the former state is kept"},
  }));
  FeedState state;
  state.last_polled = state.failing_since = UtcTime(seconds{1'704'067'200});
  state.failures = row.failures;
  if (row.failures > 0) state.last_error = "no answer";
  state.warning = row.warning;

  CHECK(feed_health(state) == row.health);
  CHECK(feed_remark(state) == row.remark);
}

TEST_CASE("items in quarantine are told behind what else is odd about a feed") {
  FeedState state;
  state.last_polled = UtcTime(seconds{1'704'067'200});
  state.quarantined = 25;
  CHECK(feed_health(state) == "suspicious");
  CHECK_THAT(feed_warning(state), StartsWith("25 items in quarantine: "));

  state.warning = {FeedOddity::Slow, {"12"}};
  CHECK_THAT(feed_warning(state), StartsWith("slow: 12 s for the last answer; 25 items in"));
}
