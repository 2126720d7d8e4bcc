// Days as prose gives them: "1st - 2nd February 2024", "from June Friday 19th to Sunday 21st
// 2026".
#pragma once

#include "core/event.h"

#include <optional>
#include <string_view>

namespace collector {

/// The latest day that `text` names, in English or as 2024-02-01; nothing when it names none. A
/// year that is not said is the one in which the day is nearest to `about`.
std::optional<Day> latest_day(std::string_view text, Day about);

/// "every 2nd Wednesday", "monthly": what comes again and again.
bool tells_repetition(std::string_view text);

}  // namespace collector
