// Feeds that have moved for good, and what is done when their new address fails.
#include "fetch/schedule.h"
#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

namespace {

constexpr UtcTime kNow = sys_days{2026y / March / 10} + 8h;
constexpr const char* kNewAddress = "https://example.net/new";

FeedState moved_feed(int moved_failures = 0) {
  FeedState state;
  state.name = "feed";
  state.url = "https://example.org/feed";
  state.validators = {"\"of the new address\"", ""};
  state.moved_to = kNewAddress;
  state.moved_failures = moved_failures;
  return state;
}

FeedState after(const FeedState& state, FetchStatus status, const std::string& moved_to = "") {
  FetchResult result;
  result.status = status;
  result.http_status = 200;  // of no matter
  result.permanent_url = moved_to;
  return after_poll(state, result, {.now = kNow, .interval = {}, .ttl = {}});
}

}  // namespace

TEST_CASE("a permanent move is remembered") {
  FeedState state = moved_feed();
  state.moved_to.clear();
  CHECK(asks_home(state));

  state = after(state, FetchStatus::Fetched, kNewAddress);

  CHECK(state.moved_to == kNewAddress);
  CHECK_FALSE(asks_home(state));
}

TEST_CASE("after three failures of the new address both are tried in turn") {
  FeedState state = moved_feed();
  std::vector<bool> home;
  for (int i = 0; i < 7; ++i) {
    home.push_back(asks_home(state));
    state = after(state, FetchStatus::Failed);
  }

  CHECK(home == std::vector<bool>{false, false, false, true, false, true, false});
  CHECK(state.moved_to == kNewAddress);
  CHECK(state.failures == 7);
}

TEST_CASE("a success at the new address forgives its failures") {
  const FeedState state = after(moved_feed(4), FetchStatus::Fetched);

  CHECK(state.moved_to == kNewAddress);
  CHECK(state.moved_failures == 0);
}

TEST_CASE("the old address counts again when it serves the feed itself") {
  const FeedState state = after(moved_feed(3), FetchStatus::Fetched);

  CHECK(state.moved_to.empty());
  CHECK(state.moved_failures == 0);
}

TEST_CASE("the old address may lead elsewhere meanwhile") {
  const FeedState state =
      after(moved_feed(3), FetchStatus::Fetched, "https://example.com/newest");

  CHECK(state.moved_to == "https://example.com/newest");
}

TEST_CASE("a new address that is gone does not speak for the old one") {
  const FeedState state = after(moved_feed(), FetchStatus::Gone);

  CHECK_FALSE(state.disabled);
  CHECK(state.moved_to.empty());
  CHECK(state.validators == Validators{});
  CHECK(state.next_check);
  CHECK(after(state, FetchStatus::Gone).disabled);
}

TEST_CASE("an old address that is gone does not speak for the new one") {
  const FeedState state = after(moved_feed(3), FetchStatus::Gone);

  CHECK_FALSE(state.disabled);
  CHECK(state.moved_to == kNewAddress);
  CHECK_FALSE(asks_home(state));
}

TEST_CASE("a host that wants to be left alone has not failed") {
  CHECK(after(moved_feed(2), FetchStatus::Held).moved_failures == 2);
}

TEST_CASE("a feed that was gone and serves again is asked like any other") {
  FeedState state = moved_feed();
  state.disabled = true;

  CHECK_FALSE(after(state, FetchStatus::Fetched).disabled);
  CHECK(after(state, FetchStatus::Failed).disabled);
}
