// Which feeds a run asks.
#pragma once

#include "config/config.h"
#include "core/feed.h"
#include "core/time.h"
#include "update/update.h"

#include <cstddef>
#include <vector>

namespace collector {

/// The feeds to be asked, in the configuration's order. Of ten thousand of them the states are
/// most of what a run holds: they are kept once, where the store put them.
class WantedFeeds {
 public:
  /// `config` must outlive it; `known` is what the store remembers. Throws UsageError when
  /// `options` names a feed that there is not.
  WantedFeeds(const Config& config, std::vector<FeedState> known, const UpdateOptions& options,
              UtcTime now);

  [[nodiscard]] std::size_t size() const { return wanted_.size(); }

  /// One of the configuration's.
  [[nodiscard]] const FeedSource& source(std::size_t place) const {
    return *wanted_[place].source;
  }

  /// What its poll begins with; to be asked for once.
  FeedState take_state(std::size_t place);

 private:
  struct Wanted {
    const FeedSource* source;
    FeedState* state;  // one of `known_`; null: never asked before
  };

  std::vector<FeedState> known_;
  std::vector<Wanted> wanted_;
};

}  // namespace collector
