// The pages beside the review: the newsletter as it would be printed, the feeds, the log.
#pragma once

#include "core/json.h"
#include "core/time.h"
#include "export/selection.h"

#include <string>

namespace collector {

struct Config;
class Store;

/// The values of pages/newsletter.html: the Markdown that `export` prints of this month.
Json newsletter_page(const std::string& month, Selection selection, const Config& config,
                     Store& store);

/// Those of pages/feeds.html: how every feed is, in trouble first, with its last weeks' items;
/// last what `config` leaves alone.
Json feeds_page(const Config& config, Store& store, UtcTime now);

/// Those of pages/log.html: the latest decisions.
Json log_page(Store& store);

}  // namespace collector
