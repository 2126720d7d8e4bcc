// Text as a terminal and a log show it.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// Strangers' text on one line without control and direction characters: a feed's title must
/// not move the cursor. Bytes that are no UTF-8 become U+FFFD.
std::string harmless(std::string_view text);

/// The columns that `text` takes: none for combining marks, two for wide characters.
int columns_of(std::string_view text);

/// `text` in at most `columns`, with an ellipsis where it is cut.
std::string shortened(std::string_view text, int columns);

}  // namespace collector
