// The feeds' part of the report.
#pragma once

#include "report/report.h"

#include <vector>

namespace collector {

class Feeds;
class Items;

/// Feeds of the configuration, or known to the store where that names none, that fail, are
/// gone, were never asked, or have items in quarantine.
std::vector<FeedTrouble> failed_feeds(Feeds& feeds, const Config& config);

/// Feeds whose documents were full of news: what came before their oldest entry, and after the
/// poll before, was never seen.
std::vector<FeedTrouble> overflowed_feeds(Store& store, const Window& window);

/// When the first items of `feed` were stored.
std::optional<UtcTime> first_poll(Items& items, const std::string& feed);

}  // namespace collector
