// One run of the pipeline: asks every feed that is due, reads what comes, stores it.
// Fetching and reading live on a thread of their own; the caller's thread owns the store.
#pragma once

#include "core/error.h"
#include "core/feed.h"
#include "core/time.h"
#include "fetch/fetcher.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace collector {

struct Config;
class Store;

/// A run shall ask a feed that the configuration does not have.
class UnknownFeed : public UsageError {
 public:
  using UsageError::UsageError;
};

/// Which feeds a run asks: those that are due, or all that may be asked.
enum class Which { Due, All };

struct UpdateOptions {
  std::vector<std::string> only;  // names of feeds; empty: all
  Which which = Which::Due;
  std::optional<seconds> max_time;  // of the whole run
  std::optional<int> jobs;          // requests in flight, instead of settings.jobs
};

struct FeedFailure {
  std::string feed;
  std::string url;
  std::string error;
};

/// What a run came to.
struct UpdateReport {
  int asked = 0;         // feeds to be asked
  int fetched = 0;       // a new document
  int not_modified = 0;  // none since the last poll
  int held = 0;          // not asked: the host wants to be left alone
  int interrupted = 0;   // the run ended before their answer
  int added = 0;         // items
  int changed = 0;
  int quarantined = 0;
  std::vector<FeedFailure> failures;
  FetchEnd end = FetchEnd::Complete;

  [[nodiscard]] int done() const {
    return fetched + not_modified + held + interrupted + static_cast<int>(failures.size());
  }
};

/// A feed that a run would ask, and why: "never asked before", "due since …".
struct FeedToAsk {
  FeedSource source;
  std::string why;
};

/// The feeds that a run would ask; `known` is what the store remembers of them. Throws
/// UnknownFeed.
std::vector<FeedToAsk> feeds_to_ask(const Config& config, std::vector<FeedState> known,
                                    const UpdateOptions& options, UtcTime now);

/// `config` is given away: the run lets go of what it needs no longer, which of thousands of
/// feeds is most of its memory. `progress` is told on the caller's thread at the start and
/// after each transaction. Throws UnknownFeed; StoreError when the store fails: what was stored
/// before stays.
UpdateReport update(Config config, Store& store, const UpdateOptions& options, UtcTime now,
                    const std::function<void(const UpdateReport&)>& progress);

}  // namespace collector
