// Durations and sizes as people write them: "30s", "6h", "10MiB".
#pragma once

#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// "90s", "15m", "6h", "2d", "1w", several together ("1h30m"), or a bare number of seconds.
/// Nothing for anything else, or beyond ten years.
std::optional<seconds> parse_duration(std::string_view text);

/// Bytes: "10MiB", "512KiB", "10MB" (10,000,000), "1GiB", or a bare number. Nothing for
/// anything else, or beyond 2^60.
std::optional<std::uint64_t> parse_size(std::string_view text);

/// The longest unit that divides evenly: "6h", "90s".
std::string format_duration(seconds duration);

}  // namespace collector
