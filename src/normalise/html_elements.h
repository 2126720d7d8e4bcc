// Which names HTML has elements for.
#pragma once

#include <string_view>

namespace collector {

/// `name` in lower case. What HTML had once ("blink", "frameset") counts; the insides of svg
/// and math do not.
bool known_to_html(std::string_view name);

enum class TagKind { Start, End };

/// A tag that HTML does not know is markup all the same where an attribute is the first thing
/// `behind` its name, or where the name is one that pages and programs make ("g-emoji", "o:p";
/// "std::string" is none) and the tag ends an element or has an end tag: "<room-jid>" alone
/// stands for something.
bool is_made_up(TagKind kind, std::string_view name, std::string_view behind);

}  // namespace collector
