// What lies outside an issue's days and may still go into it: offered in drafts, never printed
// unasked.
#pragma once

#include "export/digest.h"

namespace collector {

/// Adds the entries of `others` to what `digest` offers, but for those of which it has a link
/// already. Each gets `hint` as its first.
void offer(Digest& digest, const Digest& others, const std::string& hint);

/// The same digest with what it offers in its sections, behind the other entries.
Digest with_offered(Digest digest);

}  // namespace collector
