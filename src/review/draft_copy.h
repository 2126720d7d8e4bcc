// What the next copy of a draft is to be compared with.
#pragma once

#include "review/draft_review.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>

namespace collector {

/// Remembers the edited text as a copy of `base` that is now in `output`, so that the next one
/// is compared with this one. `added`: as store_review returns it.
void remember_copy(const DraftReview& review, const DraftEdits& edits, const Draft& base,
                   const std::string& output, const std::map<std::size_t, std::string>& added,
                   UtcTime now, Store& store);

/// `generated` with the entries of `disputed` items as `base` has them: as long as two people
/// want them to be two things, the next copy is compared with that.
std::string with_disputed(const std::string& generated, const std::string& base,
                          const std::set<std::string>& disputed, const Newsletter& newsletter);

}  // namespace collector
