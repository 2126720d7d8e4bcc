// The dates that feeds really contain.
#pragma once

#include "core/time.h"

#include <optional>
#include <string_view>

namespace collector {

/// Turns the date text of a feed entry into UTC.
/// Accepts RFC 822 (two-digit years and its named zones too), RFC 3339, and a date alone, taken
/// as midnight UTC. Returns nothing when the text has no date that can be trusted; never
/// throws. Source: RSS 2.0 "pubDate", RFC 4287 section 3.3.
std::optional<UtcTime> parse_date(std::string_view text);

}  // namespace collector
