// How a feed is, in a few words for people.
#pragma once

#include "core/feed.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace collector {

/// "ok", "new", "failed 3x", "probably dead", "suspicious", "slow", "gone".
std::string feed_health(const FeedState& state);

/// What is odd about a feed, one sentence or two; empty: nothing.
std::string feed_warning(const FeedState& state);

/// The one thing most worth knowing; empty: nothing.
std::string feed_remark(const FeedState& state);

/// What keeps runs from asking a feed, whatever it answered last.
struct Unasked {
  std::string health;  // "off" or "removed"
  std::string remark;
};

/// Which stored feeds a configuration leaves alone. One without feeds is none to go by.
class AskedFeeds {
 public:
  /// `feeds` must outlive it.
  explicit AskedFeeds(std::span<const FeedSource> feeds);

  [[nodiscard]] std::optional<Unasked> unasked(std::string_view name) const;

 private:
  std::unordered_map<std::string_view, bool> enabled_;
};

}  // namespace collector
