// The day that a post's address tells where its feed or page does not.
#pragma once

#include "core/time.h"

#include <optional>
#include <string_view>

namespace collector {

/// "/2024/01/18/landing", "/posts/2024-01-18-landing": as WordPress, Jekyll and Hugo write it.
/// Midnight UTC, as for a day without a time anywhere. Of several the last one, for an
/// archive's address holds the page's own. Nothing where the path names no whole day.
std::optional<UtcTime> date_in_link(std::string_view url);

}  // namespace collector
