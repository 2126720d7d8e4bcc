// Months and days in the newsletter's language. Source: CLDR, as ICU has it; in English as the
// XMPP Newsletter writes them.
#pragma once

#include "core/event.h"

#include <chrono>
#include <string>
#include <string_view>

namespace collector {

/// "January", "janvier". `language` is BCP 47; one that ICU does not know counts as English.
std::string month_name(std::chrono::month month, std::string_view language);

/// "January 2024", "janvier 2024", "2024年1月".
std::string month_name(std::chrono::year_month month, std::string_view language);

/// "1st - 2nd February 2024", "1.–2. Februar 2024".
std::string days_name(const DaySpan& days, std::string_view language);

}  // namespace collector
