// A feed tried out: asked once, read as a fetch would read it, and nothing stored.
#pragma once

#include "core/feed.h"
#include "core/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace collector {

struct Config;

struct FeedCheck {
  FeedSource source;
  FetchResult result;  // Failed also when the document is no feed
  FeedFormat format = FeedFormat::Unknown;
  std::string encoding;
  std::string title;  // the feed's own
  int entries = 0;    // in the document
  int items = 0;      // what its filters let in
  int undated = 0;    // of the items
  std::optional<UtcTime> oldest;
  std::optional<UtcTime> newest;
  std::map<std::string, int> sections;  // how many items belong where; "noise" too
  std::vector<std::string> problems;    // a plain sentence each; empty: all is well

  [[nodiscard]] bool failed() const { return result.status != FetchStatus::Fetched; }
};

/// Asks each of `feeds` once, side by side; the answers in their order.
std::vector<FeedCheck> check_feeds(const Config& config, const std::vector<FeedSource>& feeds,
                                   UtcTime now);

}  // namespace collector
