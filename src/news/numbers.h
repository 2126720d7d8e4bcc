// What is written as versions are and is none: hours, days, amounts.
#pragma once

#include "core/time.h"
#include "news/title.h"

#include <optional>

namespace collector {

/// True for "18.11." and "19.30 Uhr", German days and times, where the version of `title`
/// stands; there must be one.
bool tells_time(const Title& title);

/// The same of "2.5 million users", "1.5 minutes", "99.9 %", "1.5x faster".
bool tells_amount(const Title& title);

/// True for "18.11: …" and "10.000: …", days and amounts that open a title as a version does.
/// "24.08" is a version in what was published in that month or the next, or says what is new.
bool opens_with_number(const Title& title, std::optional<UtcTime> published);

}  // namespace collector
