// The months an issue covers, as the last issue spoke of its own.
#pragma once

#include <string>

namespace collector {

struct Period {
  std::string name;  // "December 2023 & January 2024"
  std::string language = "en";
};

/// `text` with the months it speaks of, "the month of July 2025", replaced by `period`; else
/// with the first period it names, in its language or in English.
std::string with_period(std::string text, const Period& period);

/// The same of a title that names months with their year; unchanged where that is part of a
/// day.
std::string with_period_in_title(const std::string& title, const Period& period);

}  // namespace collector
