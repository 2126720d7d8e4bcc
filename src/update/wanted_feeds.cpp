#include "update/wanted_feeds.h"

#include "config/config.h"
#include "core/nearest.h"
#include "fetch/schedule.h"
#include "store/feeds.h"
#include "update/polling_state.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
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
      throw UnknownFeed("there is no feed \"" + name + "\"" + did_you_mean(name, names));
    }
  }
}

bool is_named(const FeedSource& source, const std::vector<std::string>& only) {
  return only.empty() || std::find(only.begin(), only.end(), source.name) != only.end();
}

/// A feed that is gone is asked again by name alone: its keeper may know better.
bool is_wanted(const FeedState& state, const UpdateOptions& options, UtcTime now) {
  if (state.disabled) return options.which == Which::All && !options.only.empty();
  return options.which == Which::All || is_due(state, now);
}

/// The feeds that may be asked if they are due.
std::vector<const FeedSource*> candidates(const Config& config, const UpdateOptions& options) {
  check_names(options.only, config);
  std::vector<const FeedSource*> sources;
  for (const FeedSource& source : config.feeds) {
    if (source.enabled && is_named(source, options.only)) sources.push_back(&source);
  }
  return sources;
}

/// The validators belong to what the remembered address serves, if there is one.
WantedFeed feed_to_ask(const FeedSource& source, FeedState state) {
  if (!state.moved_to.empty() && asks_home(state)) return {source, {}, {}};
  return {source, std::move(state.validators), std::move(state.moved_to)};
}

// What most feeds stay below. Room that is not needed costs nothing, and growing would hold all
// of them twice.
constexpr std::size_t kPackedBytes = 256;

// Instead of the place of a packed feed.
constexpr std::size_t kNeverAsked = std::string::npos;
constexpr std::size_t kUnwanted = std::string::npos - 1;

std::unordered_map<std::string_view, std::size_t> numbers_by_name(
    const std::vector<const FeedSource*>& sources) {
  std::unordered_map<std::string_view, std::size_t> numbers;
  for (std::size_t i = 0; i < sources.size(); ++i)
    numbers.emplace(sources[i]->name, i);
  return numbers;
}

}  // namespace

std::vector<std::string_view> WantedFeeds::addresses() const {
  std::vector<std::string_view> addresses;
  addresses.reserve(places_.size());
  for (std::size_t index = 0; index < places_.size(); ++index)
    addresses.push_back(first_address(packed_at(index)));
  return addresses;
}

WantedFeeds wanted_feeds(const Config& config, Feeds& feeds, const UpdateOptions& options,
                         UtcTime now) {
  const std::vector<const FeedSource*> sources = candidates(config, options);
  const auto numbers = numbers_by_name(sources);
  std::string packed;
  packed.reserve(sources.size() * kPackedBytes);
  std::vector<std::size_t> places(sources.size(), kNeverAsked);
  feeds.each([&](FeedState&& known) {
    const auto number = numbers.find(known.name);
    if (number == numbers.end()) return;
    const FeedSource& source = *sources[number->second];
    FeedState state = polling_state(source, std::move(known));
    const bool wanted = is_wanted(state, options, now);
    places[number->second] = wanted ? packed.size() : kUnwanted;
    if (wanted) pack(feed_to_ask(source, std::move(state)), packed);
  });
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (places[i] != kNeverAsked) continue;
    places[i] = packed.size();
    pack({*sources[i], {}, {}}, packed);
  }
  std::erase(places, kUnwanted);
  return {std::move(packed), std::move(places)};
}

std::vector<FeedToAsk> feeds_to_ask(const Config& config, std::vector<FeedState> known,
                                    const UpdateOptions& options, UtcTime now) {
  std::unordered_map<std::string_view, FeedState*> states;
  for (FeedState& state : known)
    states.emplace(state.name, &state);
  std::vector<FeedToAsk> feeds;
  for (const FeedSource* source : candidates(config, options)) {
    const auto found = states.find(source->name);
    const FeedState state =
        polling_state(*source, found == states.end() ? FeedState{} : std::move(*found->second));
    if (!is_wanted(state, options, now)) continue;
    std::string why = why_due(state, now);
    feeds.push_back({*source, why.empty() ? "not due, asked all the same" : std::move(why)});
  }
  return feeds;
}

}  // namespace collector
