// The front matter of a post: the last one's, renewed.
#pragma once

#include "core/event.h"
#include "export/period.h"
#include "newsletter/front_matter.h"

#include <string>
#include <string_view>

namespace collector {

/// What is new in it.
struct PostHead {
  std::string title;  // where the former one names no period
  Day date{};
  std::string summary;  // empty: none is written
  Period period = {};
};

/// Complete, in the form of `former`; where there was none, in YAML and with a summary. What
/// `former` says besides title, date and summary stays as it is, in its order; what is of the
/// former post alone, such as its address, goes. A title that names a period keeps its form.
std::string renewed_front_matter(const FrontMatter& former, const PostHead& head);

}  // namespace collector
