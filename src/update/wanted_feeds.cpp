#include "update/wanted_feeds.h"

#include "core/error.h"
#include "core/nearest.h"
#include "fetch/schedule.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace collector {

namespace {

void check_names(const std::vector<std::string>& only, const Config& config) {
  if (only.empty()) return;
  std::vector<std::string> names;
  for (const FeedSource& feed : config.feeds)
    names.push_back(feed.name);
  for (const std::string& name : only) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      throw UsageError("--only: there is no feed \"" + name + "\"" + did_you_mean(name, names));
    }
  }
}

bool is_named(const FeedSource& source, const std::vector<std::string>& only) {
  return only.empty() || std::find(only.begin(), only.end(), source.name) != only.end();
}

bool is_wanted(const FeedState& state, const UpdateOptions& options, UtcTime now) {
  if (state.disabled) return false;
  return options.which == Which::All || is_due(state, now);
}

}  // namespace

std::vector<WantedFeed> wanted_feeds(const Config& config, std::vector<FeedState> known,
                                     const UpdateOptions& options, UtcTime now) {
  check_names(options.only, config);
  std::unordered_map<std::string, FeedState*> states;
  for (FeedState& state : known)
    states.emplace(state.name, &state);
  std::vector<WantedFeed> wanted;
  for (const FeedSource& source : config.feeds) {
    if (!source.enabled || !is_named(source, options.only)) continue;
    const auto found = states.find(source.name);
    FeedState state =
        state_for(source, found == states.end() ? FeedState{} : std::move(*found->second));
    if (is_wanted(state, options, now)) wanted.push_back({&source, std::move(state)});
  }
  return wanted;
}

std::vector<FeedToAsk> feeds_to_ask(const Config& config, std::vector<FeedState> known,
                                    const UpdateOptions& options, UtcTime now) {
  std::vector<FeedToAsk> feeds;
  for (const WantedFeed& feed : wanted_feeds(config, std::move(known), options, now)) {
    std::string why = why_due(feed.state, now);
    feeds.push_back(
        {*feed.source, why.empty() ? "not due, asked all the same" : std::move(why)});
  }
  return feeds;
}

}  // namespace collector
