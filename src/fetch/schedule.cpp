#include "fetch/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace collector {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr seconds kLongestPace = hours{24};   // even a silent feed is asked once a day
constexpr seconds kLongestWait = days{7};     // whatever a server or a failure asks for
constexpr seconds kClockTolerance = days{1};  // beyond it a time must come from a wrong clock
constexpr seconds kDeadAfter = days{14};      // of failures only
constexpr std::chrono::milliseconds kSlow{10'000};
constexpr int kMovedFailures = 3;         // then the old address is tried every other time
constexpr int kMostFailures = 1'000'000;  // that are counted
constexpr seconds kWeek = days{7};

/// 0 to 10 % of `wait`, so that feeds added together drift apart. Drawn from name and time: the
/// same run gives the same schedule.
seconds jitter(const std::string& name, UtcTime now, seconds wait) {
  std::uint64_t hash = 14695981039346656037ull;  // FNV-1a
  for (const char c : name + std::to_string(now.time_since_epoch().count())) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  }
  const auto permille = static_cast<std::int64_t>((hash >> 32) % 101);
  return seconds{wait.count() * permille / 1000};
}

seconds pace(const FeedState& state, const PollContext& context) {
  if (context.interval) return std::max(*context.interval, context.min_interval);
  const seconds longest = std::max(kLongestPace, context.min_interval);
  if (!(state.entries_per_week > 0)) return longest;
  const double wanted = static_cast<double>(kWeek.count()) / state.entries_per_week;
  if (wanted >= static_cast<double>(longest.count())) return longest;
  return std::max(seconds{std::llround(wanted)}, context.min_interval);
}

seconds back_off(int failures, seconds min_interval) {
  seconds wait = std::min(min_interval, kLongestWait);
  for (int i = 0; i < failures && wait < kLongestWait; ++i)
    wait *= 2;
  return std::min(wait, kLongestWait);
}

int one_more(int failures) {
  return std::min(failures, kMostFailures - 1) + 1;
}

void set_next_check(FeedState& state, seconds wait, UtcTime now) {
  wait = std::clamp(wait, seconds{1}, kLongestWait);
  state.next_check = now + wait + jitter(state.name, now, wait);
}

void note_success(FeedState& state, const FetchResult& result, const PollContext& context) {
  state.validators = result.validators;
  state.last_error.clear();
  state.failures = 0;
  state.failing_since.reset();
  if (asks_home(state) || !result.permanent_url.empty()) state.moved_to = result.permanent_url;
  state.moved_failures = 0;
  state.disabled = false;
  state.last_success = context.now;
  if (state.moved_to == state.url) state.moved_to.clear();
  if (result.status == FetchStatus::Fetched && context.entries_per_week > 0) {
    state.entries_per_week = context.entries_per_week;
  }
  if (result.status == FetchStatus::Fetched) state.ttl = context.ttl.value_or(seconds{0});
  set_next_check(
      state, std::max({pace(state, context), result.max_age.value_or(seconds{0}), state.ttl}),
      context.now);
}

/// The remembered address has been given up, and who gave it up need not speak for the
/// configured one. Its validators go with it: they say nothing about what the other serves.
void forget_move(FeedState& state) {
  state.moved_to.clear();
  state.moved_failures = 0;
  state.validators = {};
}

/// What a failure means for the addresses of a feed. True: none is left.
bool note_lost_address(FeedState& state, FetchStatus status) {
  const bool has_moved = !state.moved_to.empty();
  if (status == FetchStatus::Gone && !has_moved) return true;
  if (status == FetchStatus::Gone && !asks_home(state)) {
    forget_move(state);
  } else if (status != FetchStatus::Held && has_moved) {
    state.moved_failures = one_more(state.moved_failures);
  }
  return false;
}

void note_failure(FeedState& state, const FetchResult& result, const PollContext& context) {
  state.failures = one_more(state.failures);
  state.last_error = result.error;
  if (!state.failing_since) state.failing_since = context.now;
  if (note_lost_address(state, result.status)) {
    state.disabled = true;
    state.next_check.reset();
    return;
  }
  set_next_check(
      state,
      std::max({back_off(state.failures, context.min_interval),
                result.retry_after.value_or(seconds{0}), result.max_age.value_or(seconds{0})}),
      context.now);
}

}  // namespace

FeedState state_for(const FeedSource& source, FeedState known) {
  if (known.url == source.url) return known;
  known.name = source.name;
  known.url = source.url;
  known.validators = {};
  known.last_status.reset();
  known.last_error.clear();
  known.failures = 0;
  known.failing_since.reset();
  known.next_check.reset();
  known.moved_to.clear();
  known.moved_failures = 0;
  known.disabled = false;
  known.ttl = seconds{0};
  known.warning.clear();
  return known;
}

bool asks_home(const FeedState& state) {
  return state.moved_to.empty() ||
         (state.moved_failures >= kMovedFailures && state.moved_failures % 2 == 1);
}

bool is_due(const FeedState& state, UtcTime now) {
  return !why_due(state, now).empty();
}

std::string why_due(const FeedState& state, UtcTime now) {
  if (state.disabled) return {};
  if (!state.next_check) return state.last_polled ? "due at once" : "never asked before";
  if (*state.next_check <= now) return "due since " + format_utc(*state.next_check);
  const bool polled_in_future = state.last_polled && *state.last_polled > now + kClockTolerance;
  const bool due_too_late = *state.next_check > now + kLongestWait + kClockTolerance;
  if (!polled_in_future && !due_too_late) return {};
  return "its times come from a clock that was ahead";
}

FeedState after_poll(FeedState before, const FetchResult& result, const PollContext& context) {
  if (result.status == FetchStatus::Interrupted) return before;
  if (result.status == FetchStatus::NotAsked) {
    const seconds wait = hold_time(result.retry_after.value_or(seconds{0}));
    before.next_check = std::max(before.next_check.value_or(context.now),
                                 context.now + wait + jitter(before.name, context.now, wait));
    return before;
  }
  before.last_polled = context.now;
  before.last_status =
      result.http_status == 0 ? std::nullopt : std::optional{result.http_status};
  const bool success =
      result.status == FetchStatus::Fetched || result.status == FetchStatus::NotModified;
  success ? note_success(before, result, context) : note_failure(before, result, context);
  return before;
}

seconds hold_time(seconds wanted) {
  return std::clamp(wanted, seconds{0}, kLongestWait);
}

std::string health_warning(const FeedState& state, const FetchResult& result, UtcTime now) {
  if (state.failing_since && now - *state.failing_since >= kDeadAfter) {
    return "probably dead: failing since " + format_day(*state.failing_since);
  }
  if (state.failures == 0 && result.duration >= kSlow) {
    return fmt::format("slow: {} s for the last answer", result.duration.count() / 1000);
  }
  return {};
}

}  // namespace collector
