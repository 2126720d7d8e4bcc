// Lists of one-line texts in one column, one a line.
#pragma once

#include "core/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

std::string join_lines(const std::vector<std::string>& texts);
std::vector<std::string> split_lines(std::string_view text);

/// The same for days; what is none is left out.
std::string join_days(const std::vector<DaySpan>& days);
std::vector<DaySpan> split_days(std::string_view text);

}  // namespace collector
