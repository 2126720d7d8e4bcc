#include "report/feeds.h"

#include "config/config.h"
#include "core/credentials.h"
#include "store/feeds.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace collector {

namespace {

// How many entries documents hold when their programs cut them off: GitHub 10, WordPress 10,
// Ghost 15, GitLab and sourcehut 20, Discourse 30, others round numbers. A batch of just so
// many new entries was probably all that the document had.
constexpr std::array kDocumentLengths{10, 15, 20, 25, 30, 40, 50, 100};
// A batch is looked at with all that came in the weeks behind the month.
constexpr std::chrono::days kLaterEntries{31};

std::string problem_of(const FeedState& state) {
  if (state.disabled) return "is gone for good: " + state.last_error;
  if (state.failures > 0) {
    const std::string last = state.last_success
                                 ? "; last read on " + format_day(*state.last_success)
                                 : "; never read";
    const std::string often =
        state.failures == 1 ? "once" : fmt::format("{} times in a row", state.failures);
    return fmt::format("failed {}: {}{}", often, state.last_error, last);
  }
  if (state.quarantined > 0) {
    return fmt::format(
        "{} in quarantine: it suddenly looked new",
        state.quarantined == 1 ? "an item is" : fmt::format("{} items are", state.quarantined));
  }
  return {};
}

/// The items of one feed that came in one run.
struct Batch {
  int size = 0;
  UtcTime oldest = UtcTime::max();
  bool doubtful = false;  // undated entries of a first poll
};

using BatchKey = std::pair<std::string, UtcTime>;  // feed, first seen

std::map<BatchKey, Batch> batches(Items& items, const Window& window) {
  std::map<BatchKey, Batch> batches;
  ItemQuery query;
  query.window = Window{window.from, window.until + kLaterEntries};
  items.each(query, [&](StoredItem&& stored) {
    if (stored.item.feed.empty()) return;
    Batch& batch = batches[{stored.item.feed, stored.first_seen}];
    ++batch.size;
    batch.oldest = std::min(batch.oldest, stored.item.date);
    batch.doubtful = batch.doubtful || stored.doubtful;
  });
  return batches;
}

bool is_full(const Batch& batch) {
  return !batch.doubtful && std::find(kDocumentLengths.begin(), kDocumentLengths.end(),
                                      batch.size) != kDocumentLengths.end();
}

/// When `feed` was last read with news before `run`; nothing when `run` was the first time.
std::optional<UtcTime> poll_before(Items& items, const std::string& feed, UtcTime run) {
  std::optional<UtcTime> before;
  ItemQuery query;
  query.feed = feed;
  items.each(query, [&](StoredItem&& stored) {
    if (stored.first_seen < run) before = std::max(before, std::optional(stored.first_seen));
  });
  return before;
}

}  // namespace

std::vector<FeedTrouble> failed_feeds(Feeds& feeds, const Config& config) {
  std::vector<FeedTrouble> troubles;
  std::set<std::string> wanted;
  for (const FeedSource& feed : config.feeds) {
    if (feed.enabled) wanted.insert(feed.name);
  }
  std::set<std::string> known;
  for (const FeedState& state : feeds.all()) {
    known.insert(state.name);
    if (!config.feeds.empty() && !wanted.contains(state.name)) continue;
    if (std::string problem = problem_of(state); !problem.empty())
      troubles.push_back({state.name, mask_credentials(state.url), mask_credentials(problem),
                          state.failing_since});
  }
  for (const FeedSource& feed : config.feeds) {
    if (feed.enabled && !known.contains(feed.name))
      troubles.push_back({feed.name, mask_credentials(feed.url), "was never asked", {}});
  }
  return troubles;
}

std::vector<FeedTrouble> overflowed_feeds(Store& store, const Window& window) {
  std::map<std::string, std::string> urls;
  for (const FeedState& state : store.feeds().all())
    urls.emplace(state.name, state.url);
  std::vector<FeedTrouble> troubles;
  for (const auto& [key, batch] : batches(store.items(), window)) {
    const auto& [feed, run] = key;
    if (!is_full(batch) || !window.contains(batch.oldest)) continue;
    const auto before = poll_before(store.items(), feed, run);
    if (before && *before >= batch.oldest) continue;  // nothing can have passed unseen
    const UtcTime gap = std::max(window.from, before.value_or(window.from));
    troubles.push_back(
        {feed, mask_credentials(urls[feed]),
         fmt::format("all {} entries of {} were new, the oldest of {}: what came from {} to "
                     "then was not seen",
                     batch.size, format_day(run), format_day(batch.oldest), format_day(gap)),
         gap});
  }
  return troubles;
}

std::optional<UtcTime> first_poll(Items& items, const std::string& feed) {
  std::optional<UtcTime> first;
  ItemQuery query;
  query.feed = feed;
  items.each(query, [&](StoredItem&& stored) {
    first = std::min(first.value_or(stored.first_seen), stored.first_seen);
  });
  return first;
}

}  // namespace collector
