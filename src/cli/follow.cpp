#include "cli/follow.h"

#include "config/config.h"
#include "core/canonical_url.h"
#include "core/credentials.h"
#include "core/error.h"
#include "core/url.h"
#include "news/forge.h"

#include <fmt/format.h>

#include <algorithm>

namespace collector {

const Config& config_to_edit(Session& session) {
  const Config& config = session.config();
  if (config.path.empty())
    throw ConfigError("there is no configuration to add to; 'collector init' writes one");
  return config;
}

const FeedSource* follower_of(const Config& config, const std::string& url) {
  const std::string page = canonical_url(url);
  const auto found =
      std::find_if(config.feeds.begin(), config.feeds.end(), [&](const FeedSource& feed) {
        return feed.url == url || (!page.empty() && canonical_url(feed.url) == page);
      });
  return found == config.feeds.end() ? nullptr : &*found;
}

std::string name_for(const FoundFeed& feed) {
  if (const auto forge = read_forge_url(feed.url)) return forge->repository + " releases";
  return feed.title.empty() ? host_of(feed.url) : feed.title;
}

void follow(ConfigFile& file, std::span<NewFeed> feeds) {
  std::vector<FeedSource> known = file.config().feeds;
  for (NewFeed& feed : feeds) {
    feed.source.name = free_feed_name(feed.source.name, known);
    known.push_back(feed.source);
  }
  if (!feeds.empty()) file.replace(with_feeds(file.config(), feeds));
}

std::string description_of(const FoundFeed& feed) {
  std::string text =
      fmt::format("{}: {}, {} {}", mask_credentials(feed.url), to_string(feed.format),
                  feed.entries, feed.entries == 1 ? "entry" : "entries");
  if (feed.newest) text += ", the newest of " + format_day(*feed.newest);
  return text;
}

}  // namespace collector
