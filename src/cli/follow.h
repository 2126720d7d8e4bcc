// Feeds written into the user's own feeds.yaml by commands.
#pragma once

#include "cli/config_file.h"
#include "cli/session.h"
#include "config/feed_list.h"
#include "discover/discover.h"

#include <span>
#include <string>

namespace collector {

/// The configuration given or found. Throws ConfigError when there is no file to add to.
const Config& config_to_edit(Session& session);

/// The entry that follows the feed at `url`, be it under another spelling; null when none does.
const FeedSource* follower_of(const Config& config, const std::string& url);

/// A name for a feed as editors call them: "libstrophe releases", "Prosody blog".
std::string name_for(const FoundFeed& feed);

/// Writes `feeds` into the file; the names are made unique. Comments and all else stay.
void follow(ConfigFile& file, std::span<NewFeed> feeds);

/// "https://blog.example.org/feed.xml: rss20, 12 entries, the newest of 2024-01-31"
std::string description_of(const FoundFeed& feed);

}  // namespace collector
