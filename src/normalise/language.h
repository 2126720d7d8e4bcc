// The language of a text of which nobody said what it is written in.
#pragma once

#include "core/item.h"

#include <string>
#include <string_view>

namespace collector {

/// BCP 47 in its shortest form ("de"); empty where the text is short or leaves doubts: no
/// language is better than a wrong one. `expected` is what it would be in if nothing spoke
/// against it ("de"); empty: nothing is expected.
std::string detect_language(std::string_view text, const std::string& expected = "");

/// Fills in the language of an item of which nobody said it, if its words tell. Not a part of
/// normalise(), of which it would be a third: most entries are stored already.
void guess_language(Item& item, const std::string& expected = "");

}  // namespace collector
