// Published issues against what the store had to offer: what would have been found, what not,
// and why.
#pragma once

#include "learn/published.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

struct Config;
class Store;

enum class Outcome {
  Found,       // stored, of that month, in the section it was printed in
  Misfiled,    // the same, in another section
  Filtered,    // stored, but set aside as no news or held back
  OtherMonth,  // stored, of another month
  NotListed,   // a feed of that place is read, but does not have it
  FeedFailed,  // the feed of that place cannot be read
  NoFeed,      // no feed is read of that place
};

/// The outcome in words: "found", "no feed".
const char* to_string(Outcome outcome);

/// One printed piece of news.
struct Traced {
  std::string issue;  // its month
  std::string section;
  std::string title;
  std::string url;
  std::string feed;  // where it was found, or would be looked for; empty: nowhere
  Outcome outcome = Outcome::NoFeed;
  std::string found_in;  // Misfiled: the section
};

/// What was printed of all but the extensions, in printing order. Whether an issue is closed
/// has no say.
std::vector<Traced> backtest(std::span<const PublishedIssue> issues, const Config& config,
                             Store& store);

}  // namespace collector
