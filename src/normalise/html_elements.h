// Which names HTML has elements for.
#pragma once

#include <string_view>

namespace collector {

/// `name` in lower case. What HTML had once ("blink", "frameset") counts; the insides of svg
/// and math do not.
bool known_to_html(std::string_view name);

}  // namespace collector
