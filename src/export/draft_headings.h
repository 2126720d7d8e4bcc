// The headings of a draft that have come and gone.
#pragma once

#include "newsletter/draft_document.h"

#include <vector>

namespace collector {

/// Those of `edited`, a copy of `base`, that the program wrote then and does not write now,
/// the last one first.
std::vector<std::size_t> former_headings(const DraftDocument& edited, const DraftDocument& base,
                                         const DraftDocument& generated);

}  // namespace collector
