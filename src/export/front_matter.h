// The front matter of a post: the last one's, renewed.
#pragma once

#include "core/event.h"
#include "newsletter/front_matter.h"

#include <string>
#include <string_view>

namespace collector {

/// What is new in it.
struct PostHead {
  std::string title;
  Day date{};
  std::string summary;  // empty: none is written
};

/// Complete, in the form of `former`; where there was none, in YAML. What `former` says besides
/// title, date and summary stays as it is, in its order; what is an address of the former post
/// goes.
std::string renewed_front_matter(const FrontMatter& former, const PostHead& head);

}  // namespace collector
