// From the address of a page, as people copy it from a browser, to the feeds behind it. Asks
// through the fetcher, under its limits; stores nothing.
#pragma once

#include "config/settings.h"
#include "core/feed.h"
#include "core/time.h"
#include "normalise/web_page.h"

#include <optional>
#include <string>
#include <vector>

namespace collector {

/// A feed that was asked and is one.
struct FoundFeed {
  std::string url;    // where permanent redirects lead
  std::string title;  // plain text, its own
  FeedFormat format = FeedFormat::Unknown;
  int entries = 0;
  std::optional<UtcTime> newest;  // of the dates in it
};

struct Discovery {
  std::string url;               // the page's, absolute
  std::vector<FoundFeed> feeds;  // best first
  std::optional<WebPage> page;   // nothing when the address alone gave the feeds away
  std::string final_url;         // the page's, after redirects
  bool is_feed = false;          // `url` is itself a feed
};

/// "example.org/blog" and "feed://example.org/blog" → "https://example.org/blog". Throws
/// UsageError when `address` is no address of the web.
std::string absolute_address(const std::string& address);

/// What lies behind `url`. Throws Error when the page cannot be had and its address alone gives
/// no feed away.
Discovery discover(const std::string& url, const Settings& settings, UtcTime now);

/// The page at `url` and the feeds that it names or that its address gives away; does not try
/// the usual places. Throws Error when the page cannot be had.
Discovery look_at_page(const std::string& url, const Settings& settings, UtcTime now);

}  // namespace collector
