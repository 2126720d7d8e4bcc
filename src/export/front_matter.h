// The front matter of a post: the last one's, renewed.
#pragma once

#include "core/event.h"

#include <string>
#include <string_view>

namespace collector {

struct FrontMatter {
  std::string title;
  Day date{};
  std::string summary;  // empty: none is written
};

/// `text` as a value of YAML: plain where that is safe, else in quotation marks.
std::string yaml_value(std::string_view text);

/// With its fences. What `former` (between its fences) says besides title, date and summary
/// stays as it is, in its order; what is an address of the former post goes.
std::string renewed_front_matter(std::string_view former, const FrontMatter& matter);

}  // namespace collector
