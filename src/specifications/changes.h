// Two states of the list of extensions → what happened between them, as the newsletter reports
// it. Follows the rules by which the XEP Editor's tools announce changes; unlike these, it
// counts editorial revisions too.
#pragma once

#include "core/feed_warning.h"
#include "core/item.h"
#include "core/specification.h"
#include "core/time.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace collector {

/// What happened to one extension.
struct SpecificationChange {
  std::string part;  // "Proposed", "New", "Updated", "Last Call", "Stable", …
  Specification now;
};

/// The warning ShortList when `now` cannot be the whole list that `before` was: nothing is to
/// be told from it then.
std::optional<FeedWarning> find_short_list(std::span<const Specification> before,
                                           std::span<const Specification> now);

/// The changes from `before` to `now`, in the order of `now`. None when there was no list
/// before: a first look is no news.
std::vector<SpecificationChange> changes(std::span<const Specification> before,
                                         std::span<const Specification> now);

/// What to compare the next list with: `now`, and the accepted extensions of `before` that it
/// lacks, so that one which is back after a gap is not new again.
std::vector<Specification> remembered(std::span<const Specification> before,
                                      std::span<const Specification> now);

/// `change` as an item of `feed`: its one category is the part, its summary the lines to print
/// below it. What decides its month is when it was seen.
Item change_item(const SpecificationChange& change, const std::string& feed, UtcTime seen);

}  // namespace collector
