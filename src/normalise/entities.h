// Character references in text: "&eacute;", "&#233;", "&#xE9;".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace collector {

struct Entity {
  std::string text;        // in UTF-8
  std::size_t length = 1;  // of the reference
};

/// The reference at the beginning of `text`, which begins with "&". A mere "&" stands for
/// itself. As in browsers, the names of Latin-1 may lack their semicolon.
Entity read_entity(std::string_view text);

}  // namespace collector
