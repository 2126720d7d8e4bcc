// Lists of one-line texts in one column, one a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

std::string join_lines(const std::vector<std::string>& texts);
std::vector<std::string> split_lines(std::string_view text);

}  // namespace collector
