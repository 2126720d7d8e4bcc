// Dates in English prose that name their weekday, and whether the two agree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// What is wrong with the weekdays in `text`, one sentence each. A date without a year is taken
/// to be near `day` ("2024-02-02"); with neither nothing is said of it.
std::vector<std::string> wrong_weekdays(std::string_view text, std::string_view day);

}  // namespace collector
