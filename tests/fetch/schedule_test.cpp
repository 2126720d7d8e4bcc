#include "fetch/schedule.h"

#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

namespace {

constexpr UtcTime kNow = sys_days{2026y / March / 10} + 8h;

FeedState known_feed() {
  FeedState state;
  state.name = "feed";
  state.url = "https://example.org/feed";
  state.validators = {"\"old\"", "then"};
  return state;
}

FetchResult answer(FetchStatus status, int http_status) {
  FetchResult result;
  result.status = status;
  result.http_status = http_status;
  result.error = http_status >= 400 || http_status == 0 ? "why" : "";
  return result;
}

FetchResult document() {
  FetchResult result = answer(FetchStatus::Fetched, 200);
  result.validators = {"\"new\"", ""};
  return result;
}

/// The wait is at least what was asked for and at most a tenth more.
void check_wait(const FeedState& state, seconds wanted) {
  REQUIRE(state.next_check);
  CHECK(*state.next_check - kNow >= wanted);
  CHECK(*state.next_check - kNow <= wanted + wanted / 10);
}

}  // namespace

TEST_CASE("a feed is asked at its own pace, within bounds, and as late as its answer asks") {
  struct Row {
    const char* name;
    double entries_per_week;
    seconds interval, max_age, ttl;  // 0: not given
    seconds wait;
  };

  const auto row = GENERATE(values<Row>({
      {"nothing known: once a day", 0, 0s, 0s, 0s, 24h},
      {"one entry a week: once a day", 1, 0s, 0s, 0s, 24h},
      {"fourteen entries a week", 14, 0s, 0s, 0s, 12h},
      {"a flood of entries: never below min_interval", 1e9, 0s, 0s, 0s, 1h},
      {"the interval of the configuration replaces the pace", 14, 3h, 0s, 0s, 3h},
      {"but not min_interval", 14, 60s, 0s, 0s, 1h},
      {"max-age is waited for", 1e9, 0s, 4h, 0s, 4h},
      {"so is ttl", 1e9, 0s, 0s, 5h, 5h},
      {"the longest of them counts", 14, 0s, 4h, 5h, 12h},
      {"a week at most", 14, 0s, 24h * 365, 0s, 24h * 7},
      {"numbers saturate", 14, 0s, seconds::max(), seconds::max(), 24h * 7},
  }));
  INFO(row.name);
  FetchResult result = document();
  if (row.max_age > 0s) result.max_age = row.max_age;
  PollContext context{
      .now = kNow, .interval = {}, .ttl = {}, .entries_per_week = row.entries_per_week};
  if (row.interval > 0s) context.interval = row.interval;
  if (row.ttl > 0s) context.ttl = row.ttl;

  check_wait(after_poll(known_feed(), result, context), row.wait);
}

TEST_CASE("the ttl of a document counts until the next document") {
  const auto after = [](FeedState state, const FetchResult& result,
                        std::optional<seconds> ttl) {
    return after_poll(std::move(state), result,
                      {.now = kNow, .interval = 2h, .ttl = ttl, .entries_per_week = 0});
  };

  const FeedState read = after(known_feed(), document(), 24h);
  check_wait(after(read, answer(FetchStatus::NotModified, 304), {}), 24h);
  check_wait(after(read, document(), {}), 2h);
}

TEST_CASE("each failure in a row doubles the wait, up to a week") {
  struct Row {
    int failures_before;
    seconds retry_after, max_age;
    seconds wait;
  };

  const auto row = GENERATE(values<Row>({
      {0, 0s, 0s, 2h},
      {1, 0s, 0s, 4h},
      {2, 0s, 0s, 8h},
      {6, 0s, 0s, 128h},
      {7, 0s, 0s, 168h},
      {1'000'000, 0s, 0s, 168h},
      {0, 4h, 0s, 4h},
      {0, 0s, 6h, 6h},
      {0, 24h * 30, 0s, 168h},
      {0, seconds::max(), 0s, 168h},
  }));
  CAPTURE(row.failures_before, row.retry_after.count());
  FeedState before = known_feed();
  before.failures = row.failures_before;
  FetchResult result = answer(FetchStatus::Failed, 500);
  if (row.retry_after > 0s) result.retry_after = row.retry_after;
  if (row.max_age > 0s) result.max_age = row.max_age;

  check_wait(after_poll(before, result, {.now = kNow, .interval = {}, .ttl = {}}), row.wait);
}

TEST_CASE("the same run draws the same schedule") {
  const PollContext context{.now = kNow, .interval = {}, .ttl = {}};

  CHECK(after_poll(known_feed(), document(), context).next_check ==
        after_poll(known_feed(), document(), context).next_check);
}

TEST_CASE("a success clears failures and brings new validators") {
  FeedState before = known_feed();
  before.failures = 3;
  before.last_error = "500";
  before.failing_since = kNow - 24h;

  const FeedState after =
      after_poll(before, document(), {.now = kNow, .interval = {}, .ttl = {}});

  CHECK(after.failures == 0);
  CHECK(after.last_error.empty());
  CHECK_FALSE(after.failing_since);
  CHECK(after.last_success == kNow);
  CHECK(after.last_polled == kNow);
  CHECK(after.last_status == 200);
  CHECK(after.validators == Validators{"\"new\"", ""});
}

TEST_CASE("a failure keeps the validators and remembers since when") {
  const FeedState after = after_poll(known_feed(), answer(FetchStatus::Failed, 0),
                                     {.now = kNow, .interval = {}, .ttl = {}});

  CHECK(after.failures == 1);
  CHECK(after.last_error == "why");
  CHECK_FALSE(after.last_status);
  CHECK(after.failing_since == kNow);
  CHECK(after.validators == Validators{"\"old\"", "then"});
}

TEST_CASE("410 disables a feed, 404 does not") {
  const PollContext context{.now = kNow, .interval = {}, .ttl = {}};

  CHECK(after_poll(known_feed(), answer(FetchStatus::Gone, 410), context).disabled);
  CHECK_FALSE(after_poll(known_feed(), answer(FetchStatus::Failed, 404), context).disabled);
}

TEST_CASE("an interrupted poll leaves no trace") {
  FeedState before = known_feed();
  before.failures = 2;

  const FeedState after = after_poll(before, answer(FetchStatus::Interrupted, 0),
                                     {.now = kNow, .interval = {}, .ttl = {}});

  CHECK(after.failures == 2);
  CHECK_FALSE(after.last_polled);
  CHECK_FALSE(after.next_check);
}

TEST_CASE("a feed that was not asked waits with its host and has not failed") {
  FetchResult result = answer(FetchStatus::NotAsked, 0);
  result.retry_after = 4h;

  const FeedState after =
      after_poll(known_feed(), result, {.now = kNow, .interval = {}, .ttl = {}});

  check_wait(after, 4h);
  CHECK(after.failures == 0);
  CHECK_FALSE(after.last_polled);
}

TEST_CASE("a feed is due by its next check, unless a clock was wrong") {
  struct Row {
    const char* name;
    seconds next_check, last_polled;  // from now
    bool disabled, due;
  };

  const auto row = GENERATE(values<Row>({
      {"its time has come", 0s, -1h, false, true},
      {"its time is near", 1s, -1h, false, false},
      {"a week ahead is honest", 24h * 7, -1h, false, false},
      {"more than a week and a day ahead is not", 24h * 8 + 1s, -1h, false, true},
      {"polled tomorrow: the clock has jumped back", 2h, 25h, false, true},
      {"polled in an hour: clocks differ a little", 2h, 1h, false, false},
      {"disabled", 0s, -1h, true, false},
  }));
  INFO(row.name);
  FeedState state = known_feed();
  state.next_check = kNow + row.next_check;
  state.last_polled = kNow + row.last_polled;
  state.disabled = row.disabled;

  CHECK(is_due(state, kNow) == row.due);
}

TEST_CASE("a feed never polled is due") {
  CHECK(is_due(known_feed(), kNow));
  CHECK(why_due(known_feed(), kNow) == "never asked before");
}

TEST_CASE("why a feed is due is said in words") {
  FeedState state = known_feed();
  state.last_polled = kNow - 2h;
  state.next_check = kNow - 1s;
  CHECK(why_due(state, kNow) == "due since " + format_utc(kNow - 1s));

  state.next_check = kNow + 1h;
  CHECK(why_due(state, kNow).empty());

  state.last_polled = kNow + 48h;
  CHECK(why_due(state, kNow) == "its times come from a clock that was ahead");
}

TEST_CASE("a feed whose URL was changed starts anew") {
  FeedState state = known_feed();
  state.disabled = true;
  state.failures = 4;
  state.moved_to = "https://example.net/new";
  state.ttl = 24h;
  state.items = 7;
  FeedSource source;
  source.name = "feed";
  source.url = "https://example.com/feed";

  state = state_for(source, state);

  CHECK(state.url == "https://example.com/feed");
  CHECK(state.validators == Validators{});
  CHECK_FALSE(state.disabled);
  CHECK(state.failures == 0);
  CHECK(state.moved_to.empty());
  CHECK(state.ttl == 0s);
  CHECK(state.items == 7);
}

TEST_CASE("two weeks of failures make a feed probably dead, ten seconds make it slow") {
  FeedState state = known_feed();
  FetchResult result = document();
  CHECK(health_warning(state, result, kNow) == FeedWarning{});

  result.duration = 12s;
  CHECK(health_warning(state, result, kNow) == FeedWarning{FeedOddity::Slow, {"12"}});

  state.failures = 9;
  state.failing_since = kNow - 24h * 14;
  CHECK(health_warning(state, result, kNow) == FeedWarning{FeedOddity::Dead});
}
