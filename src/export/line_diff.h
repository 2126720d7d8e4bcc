// What changes from one text to another, line by line, as `diff -u` shows it.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// A unified difference with three lines of context; empty when there is none. `name` stands in
/// both headers.
std::string line_diff(std::string_view before, std::string_view after, std::string_view name);

}  // namespace collector
