// What is written as versions are and is none: hours, days, amounts.
#pragma once

#include "news/title.h"

#include <string_view>

namespace collector {

/// True for "18.11." and "19.30 Uhr", German days and times, where the version of `title`
/// stands; there must be one.
bool tells_time(const Title& title);

/// The same of "2.5 million users", "1.5 minutes", "99.9 %", "1.5x faster".
bool tells_amount(const Title& title);

/// True for "18.11" and "10.000", which may open a title as a version does.
bool is_day_or_number(std::string_view version);

}  // namespace collector
