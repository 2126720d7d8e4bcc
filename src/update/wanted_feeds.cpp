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

WantedFeeds::WantedFeeds(const Config& config, std::vector<FeedState> known,
                         const UpdateOptions& options, UtcTime now)
    : known_(std::move(known)) {
  check_names(options.only, config);
  std::unordered_map<std::string, FeedState*> states;
  for (FeedState& state : known_)
    states.emplace(state.name, &state);
  for (const FeedSource& source : config.feeds) {
    if (!source.enabled || !is_named(source, options.only)) continue;
    const auto found = states.find(source.name);
    FeedState* state = found == states.end() ? nullptr : found->second;
    if (state != nullptr) *state = state_for(source, std::move(*state));
    if (state == nullptr || is_wanted(*state, options, now))
      wanted_.push_back({&source, state});
  }
}

FeedState WantedFeeds::take_state(std::size_t place) {
  const auto [source, state] = wanted_[place];
  return state == nullptr ? state_for(*source, {}) : std::move(*state);
}

std::vector<FeedToAsk> feeds_to_ask(const Config& config, std::vector<FeedState> known,
                                    const UpdateOptions& options, UtcTime now) {
  std::vector<FeedToAsk> feeds;
  WantedFeeds wanted(config, std::move(known), options, now);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    std::string why = why_due(wanted.take_state(i), now);
    feeds.push_back(
        {wanted.source(i), why.empty() ? "not due, asked all the same" : std::move(why)});
  }
  return feeds;
}

}  // namespace collector
