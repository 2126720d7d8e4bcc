// Which feeds a run asks.
#pragma once

#include "core/time.h"
#include "update/packed_feed.h"
#include "update/update.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace collector {

struct Config;
class Feeds;

/// Feeds to be asked, in their order. They are held in few bytes, so that a run over ten
/// thousand needs hardly more memory than one over a thousand.
class WantedFeeds {
 public:
  /// Those of `places`, each of which is where in `packed` one begins.
  WantedFeeds(std::string packed, std::vector<std::size_t> places)
      : packed_(std::move(packed)), places_(std::move(places)) {}

  [[nodiscard]] std::size_t count() const { return places_.size(); }

  /// Of the feed with this index.
  [[nodiscard]] WantedFeed feed(std::size_t index) const { return unpack(packed_at(index)); }

  /// Where the requests go first; they live as long as this does.
  [[nodiscard]] std::vector<std::string_view> addresses() const;

 private:
  [[nodiscard]] std::string_view packed_at(std::size_t index) const {
    return std::string_view(packed_).substr(places_[index]);
  }

  std::string packed_;
  std::vector<std::size_t> places_;
};

/// In the configuration's order. Throws UsageError when `options` names a feed that there is
/// not.
WantedFeeds wanted_feeds(const Config& config, Feeds& feeds, const UpdateOptions& options,
                         UtcTime now);

}  // namespace collector
