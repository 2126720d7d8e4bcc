// What an answer says about time: how long it stays fresh, how long its host wants to be left
// alone. All of it relative, measured against the answer's own clock.
#pragma once

#include "core/time.h"
#include "fetch/response_head.h"

#include <optional>
#include <string_view>

namespace collector {

/// An HTTP date in any of its three forms (RFC 9110 section 5.6.7).
std::optional<UtcTime> parse_http_date(std::string_view text);

/// How long the answer may still be reused: max-age, else Expires seen from Date (RFC 9111
/// section 4.2.1), less its Age. `now` stands in for a missing Date. Nothing when it says
/// neither, or "no-cache".
std::optional<seconds> freshness(const ResponseHead& head, UtcTime now);

/// How long to wait: Retry-After in seconds or as a date (RFC 9110 section 10.2.3), else the
/// reset time of an exhausted X-RateLimit. Saturates; never negative.
std::optional<seconds> retry_after(const ResponseHead& head, UtcTime now);

}  // namespace collector
