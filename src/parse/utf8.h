// UTF-8, byte by byte: what is valid and how a character is written.
#pragma once

#include <cstddef>
#include <string_view>

namespace collector {

/// Bytes of the valid character that begins at `at`; 0 when there is none.
std::size_t utf8_length(std::string_view text, std::size_t at);

/// U+FFFD.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace collector
