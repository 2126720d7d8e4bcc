// Names and titles made comparable: case, punctuation and spacing aside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// ASCII letters in lower case; all other bytes, UTF-8 included, as they were.
std::string lower(std::string_view text);

/// The name without what people spell differently: "Converse.js", "ConverseJS" and
/// "converse-js" are "conversejs". Keeps '+' ("Psi+" is not "Psi") and non-ASCII letters.
std::string fold_name(std::string_view name);

/// The words of a text in lower case, split at all that is neither letter nor digit nor '+';
/// typographic punctuation splits too, and an apostrophe only glues ("it's" is "its").
std::vector<std::string> words(std::string_view text);

}  // namespace collector
