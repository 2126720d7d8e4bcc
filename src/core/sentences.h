// Where the sentences of plain text end.
#pragma once

#include <string_view>

namespace collector {

/// True when `at` is the end of `text`, or the blank, after the end of a sentence; full-width
/// stops ("。") need no blank behind them. Within a text the full stop of "e.g." and of
/// initials that open a sentence or stand together ("J. R. Gull") ends none, nor does that of
/// "etc." or "U.S." before anything but a capital.
bool ends_sentence(std::string_view text, std::size_t at);

}  // namespace collector
