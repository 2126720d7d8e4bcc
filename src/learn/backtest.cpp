#include "learn/backtest.h"

#include "config/config.h"
#include "core/sections.h"
#include "core/url.h"
#include "export/printed_file.h"
#include "news/forge.h"
#include "store/feeds.h"
#include "store/items.h"
#include "store/store.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace collector {
namespace {

/// Where a page lives: its repository, else its host.
std::string place_of(const std::string& url) {
  if (const auto forge = read_forge_url(url)) return forge->key();
  return bare_host(url);
}

/// Which feed speaks for a place.
class FeedsByPlace {
 public:
  FeedsByPlace(const Config& config, Feeds& feeds) {
    for (const FeedSource& feed : config.feeds)
      by_place_.try_emplace(place_of(feed.url), feed.name);
    for (const FeedState& state : feeds.all())
      if (state.failures > 0 || state.disabled) failing_.push_back(state.name);
  }

  [[nodiscard]] std::string of(const std::string& url) const {
    const auto found = by_place_.find(place_of(url));
    return found == by_place_.end() ? std::string() : found->second;
  }

  [[nodiscard]] bool fails(const std::string& feed) const {
    return std::find(failing_.begin(), failing_.end(), feed) != failing_.end();
  }

 private:
  std::unordered_map<std::string, std::string> by_place_;
  std::vector<std::string> failing_;
};

/// The better the smaller.
Outcome outcome_of(const StoredItem& stored, const std::string& section, const Window& window) {
  const Item& item = stored.item;
  if (item.date < window.from || item.date >= window.until) return Outcome::OtherMonth;
  const bool set_aside = item.noise || stored.state == State::Quarantined;
  if (set_aside) return Outcome::Filtered;
  return item.section == section ? Outcome::Found : Outcome::Misfiled;
}

/// The best that can be said of the stored items that tell this news.
void trace_stored(const DigestEntry& entry, const Window& window, Items& items,
                  Traced& traced) {
  std::optional<Outcome> best;
  for (const std::string& id : entry.ids) {
    const StoredItem stored = items.item(id);
    const Outcome outcome = outcome_of(stored, traced.section, window);
    if (best && *best <= outcome) continue;
    best = outcome;
    traced.outcome = outcome;
    traced.feed = stored.item.feed;
    traced.found_in = outcome == Outcome::Misfiled ? stored.item.section : std::string();
  }
}

void trace_missing(const DigestEntry& entry, const FeedsByPlace& feeds, Traced& traced) {
  traced.outcome = Outcome::NoFeed;
  for (const std::string& url : entry.urls) {
    const std::string feed = feeds.of(url);
    if (feed.empty()) continue;
    traced.feed = feed;
    traced.outcome = feeds.fails(feed) ? Outcome::FeedFailed : Outcome::NotListed;
    return;
  }
}

}  // namespace

const char* to_string(Outcome outcome) {
  constexpr std::array<const char*, 7> kWords{
      "found", "misfiled", "filtered", "other month", "not listed", "feed failed", "no feed"};
  return kWords[static_cast<std::size_t>(outcome)];
}

std::vector<Traced> backtest(std::span<const PublishedIssue> issues, const Config& config,
                             Store& store) {
  const FeedsByPlace feeds(config, store.feeds());
  std::vector<Traced> all;
  for (const PublishedIssue& issue : issues) {
    const Digest printed = read_printed(issue.markdown, issue.window, config, store);
    for (const DigestSection& section : printed.sections) {
      if (section.section == kExtensions) continue;
      for (const DigestEntry& entry : section.entries) {
        Traced& traced = all.emplace_back();
        traced.issue = issue.month;
        traced.section = section.section;
        traced.title = entry.title;
        traced.url = entry.url;
        if (entry.ids.empty())
          trace_missing(entry, feeds, traced);
        else
          trace_stored(entry, issue.window, store.items(), traced);
      }
    }
  }
  return all;
}

}  // namespace collector
