// Which feeds a run asks.
#pragma once

#include "core/time.h"
#include "update/packed_feed.h"
#include "update/update.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace collector {

struct Config;
class Feeds;

/// Feeds to be asked, in their order. They are held in few bytes until they are taken, so that
/// a run over ten thousand needs hardly more memory than one over a thousand.
class WantedFeeds {
 public:
  /// Those of `places`, each of which is where in `packed` one begins.
  WantedFeeds(std::string packed, std::vector<std::size_t> places)
      : packed_(std::move(packed)), places_(std::move(places)) {}

  /// How many there were at first.
  [[nodiscard]] int count() const { return static_cast<int>(places_.size()); }

  /// The next one; nothing when all have been taken.
  std::optional<WantedFeed> take();

 private:
  std::string packed_;
  std::vector<std::size_t> places_;
  std::size_t next_ = 0;
};

/// In the configuration's order. Throws UsageError when `options` names a feed that there is
/// not.
WantedFeeds wanted_feeds(const Config& config, Feeds& feeds, const UpdateOptions& options,
                         UtcTime now);

}  // namespace collector
