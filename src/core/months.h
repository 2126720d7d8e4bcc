// The months as English prose names them.
#pragma once

#include <chrono>
#include <string_view>

namespace collector {

/// "January"; of a month that is ok().
std::string_view english_name(std::chrono::month month);

/// The month of that name, written as above; one that is not ok() when it names none.
std::chrono::month month_named(std::string_view name);

/// A group of a regular expression that matches such a name and nothing else.
inline constexpr const char* kMonthPattern =
    "(January|February|March|April|May|June|July|August|September|October|November|December)";

}  // namespace collector
