// When two tags mean one language, and how it is written.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// What the tag names, of whatever script and country, by the code that it has today: "he" of
/// "iw-IL", "zh" of "cmn-Hant". Empty for what is no tag of BCP 47.
std::string primary_language(std::string_view tag);

/// The script that the tag names or its country has: "Hant" of "zh-TW", "Hans" of "zh". Empty
/// for what is no tag.
std::string likely_script(std::string_view tag);

}  // namespace collector
