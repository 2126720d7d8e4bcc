#include "update/feed_health.h"

#include "core/credentials.h"

#include <fmt/format.h>

namespace collector {

std::string feed_health(const FeedState& state) {
  if (state.disabled) return "gone";
  if (state.failures > 0) {
    const bool dead = state.warning.starts_with("probably dead");
    return dead ? "probably dead" : "failed " + std::to_string(state.failures) + "x";
  }
  if (!state.last_polled) return "new";
  if (state.quarantined > 0) return "suspicious";
  // "slow: 12 s for the last answer" → "slow"
  return state.warning.empty() ? "ok" : state.warning.substr(0, state.warning.find(':'));
}

std::string feed_warning(const FeedState& state) {
  if (state.quarantined == 0) return state.warning;
  std::string held = fmt::format(
      "{} items in quarantine: the feed suddenly looked new; see 'collector list --all --state "
      "quarantined'",
      state.quarantined);
  return state.warning.empty() ? held : state.warning + "; " + held;
}

std::string feed_remark(const FeedState& state) {
  if (state.disabled) return "disabled: " + state.last_error;
  if (state.failures > 0) {
    return state.last_error + (state.warning.empty() ? "" : "; " + state.warning);
  }
  if (std::string words = feed_warning(state); !words.empty()) return words;
  return state.moved_to.empty() ? "" : "moved to " + mask_credentials(state.moved_to);
}

AskedFeeds::AskedFeeds(std::span<const FeedSource> feeds) {
  for (const FeedSource& feed : feeds)
    enabled_.emplace(feed.name, feed.enabled);
}

std::optional<Unasked> AskedFeeds::unasked(std::string_view name) const {
  const auto known = enabled_.find(name);
  if (known == enabled_.end() && !enabled_.empty())
    return Unasked{"removed", "not in the configuration any more"};
  if (known != enabled_.end() && !known->second)
    return Unasked{"off", "switched off in the configuration"};
  return std::nullopt;
}

}  // namespace collector
