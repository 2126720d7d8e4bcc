// The language of a text of which nobody said what it is written in.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// BCP 47 in its shortest form ("de"); empty where the text is short or leaves doubts: no
/// language is better than a wrong one.
std::string detect_language(std::string_view text);

}  // namespace collector
