#include "update/feed_health.h"

#include "core/credentials.h"

#include <fmt/format.h>

namespace collector {

namespace {

/// What the sentence of a warning names in this place; empty when it is told less.
std::string named(const FeedWarning& warning, std::size_t place) {
  return place < warning.names.size() ? warning.names[place] : "";
}

std::string sentence(const FeedState& state) {
  const FeedWarning& warning = state.warning;
  switch (warning.oddity) {
    case FeedOddity::None:
      return "";
    case FeedOddity::Dead:
      return "probably dead: failing since " +
             format_day(state.failing_since.value_or(UtcTime{}));
    case FeedOddity::Slow:
      return fmt::format("slow: {} s for the last answer", named(warning, 0));
    case FeedOddity::Retitled:
      return fmt::format("suspicious: its title was \"{}\"", named(warning, 0));
    case FeedOddity::OtherHost:
      return "suspicious: moved to another host, " + named(warning, 0);
    case FeedOddity::ShortList:
      return fmt::format("the list has {} extensions where it had {}; the former state is kept",
                         named(warning, 0), named(warning, 1));
  }
  return "";
}

}  // namespace

std::string feed_health(const FeedState& state) {
  if (state.disabled) return "gone";
  const FeedOddity oddity = state.warning.oddity;
  if (oddity == FeedOddity::Dead) return "probably dead";
  if (state.failures > 0) return "failed " + std::to_string(state.failures) + "x";
  if (!state.last_polled) return "new";
  if (state.quarantined > 0) return "suspicious";
  if (oddity == FeedOddity::Slow) return "slow";
  return oddity == FeedOddity::None ? "ok" : "suspicious";
}

std::string feed_warning(const FeedState& state) {
  std::string odd = sentence(state);
  if (state.quarantined == 0) return odd;
  std::string held = fmt::format(
      "{} items in quarantine: the feed suddenly looked new; see 'collector list --all --state "
      "quarantined'",
      state.quarantined);
  return odd.empty() ? held : odd + "; " + held;
}

std::string feed_remark(const FeedState& state) {
  if (state.disabled) return "disabled: " + state.last_error;
  if (state.failures > 0) {
    const std::string odd = sentence(state);
    return state.last_error + (odd.empty() ? "" : "; " + odd);
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
