// What every issue prints while it holds, as the configuration says.
#pragma once

#include "config/newsletter.h"
#include "export/digest.h"

namespace collector {

/// Adds the standing entries that hold on `first`, the first day, behind the news of
/// their sections.
void add_standing(const Newsletter& newsletter, Day first, Digest& digest);

/// The section of that name in `digest`; made, in its place among the others, when there is
/// none.
DigestSection& section_of(const std::string& name, const Newsletter& newsletter,
                          Digest& digest);

}  // namespace collector
