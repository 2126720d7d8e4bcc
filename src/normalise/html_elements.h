// Which names HTML has elements for.
#pragma once

#include <string_view>

namespace collector {

/// `name` in lower case. What HTML had once ("blink", "frameset") counts; the insides of svg
/// and math do not.
bool known_to_html(std::string_view name);

/// A tag that HTML does not know is markup all the same where its name is one that pages and
/// programs make ("g-emoji", "o:p"; "std::string" is none), or an attribute is the first thing
/// `behind` the name.
bool is_made_up(std::string_view name, std::string_view behind);

}  // namespace collector
