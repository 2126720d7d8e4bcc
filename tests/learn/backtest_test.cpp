#include "learn/backtest.h"

#include "config/config.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"

using namespace collector;

TEST_CASE(
    "news that was never fetched is laid to its feed where that fails or is switched off") {
  const Config config = parse_config(
      "feeds:\n  - {name: school, url: 'https://school.example/feed'}\n", "feeds.yaml");
  PublishedIssue issue;
  issue.month = "2024-01";
  issue.window = {std::chrono::sys_days{std::chrono::year{2024} / 1 / 1},
                  std::chrono::sys_days{std::chrono::year{2024} / 2 / 1}};
  issue.markdown = "## Articles\n\n- [How to moor](https://school.example/moor)\n";
  const auto [failures, disabled, outcome] = GENERATE(table<int, bool, Outcome>({
      {0, false, Outcome::NotListed},
      {3, false, Outcome::FeedFailed},
      {0, true, Outcome::FeedFailed},
  }));
  const auto store = open_store(":memory:", Access::Write);
  FeedUpdate update;
  update.state.name = "school";
  update.state.failures = failures;
  update.state.disabled = disabled;
  store->polls().save({&update, 1}, issue.window.until);

  const std::vector<Traced> traced = backtest({&issue, 1}, config, *store);

  REQUIRE(traced.size() == 1);
  CHECK(traced[0].feed == "school");
  CHECK(traced[0].outcome == outcome);
}
