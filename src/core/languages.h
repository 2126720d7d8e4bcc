// When two tags mean one language.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// What the tag names, of whatever script and country, by the code that it has today: "he" of
/// "iw-IL", "zh" of "cmn-Hant". Empty for what is no tag of BCP 47.
std::string primary_language(std::string_view tag);

}  // namespace collector
