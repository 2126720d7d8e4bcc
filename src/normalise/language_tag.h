// The codes by which feeds name their languages → those of BCP 47.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// "en-us" of "en_us ", "de" of "deu"; of a list ("de, en") each. Empty for what is no
/// language: a name ("English"), "mul", "x-default".
std::string language_tag(std::string_view written);

}  // namespace collector
