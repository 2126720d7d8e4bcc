// The `feeds:` of a configuration file as text to be added to.
#pragma once

#include "core/feed.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

struct Config;

/// A feed to be written down, and what else is worth a line of comment.
struct NewFeed {
  FeedSource source;
  std::string remark;  // one line; empty: none
};

/// The file's text with `feeds` at the end of its list; every other byte stays. Throws
/// ConfigError where the file has that list in a form that cannot be added to, or where a feed
/// could not be read again.
std::string with_feeds(const Config& config, std::span<const NewFeed> feeds);

/// `wanted`, made unlike every name of `feeds`: "Blog", "Blog 2".
std::string free_feed_name(std::string wanted, std::span<const FeedSource> feeds);

}  // namespace collector
