// What cannot be understood in a draft, so that nothing in it is taken for something else.
#pragma once

#include "newsletter/draft_document.h"

namespace collector {

/// Complains of comments and blocks of code without an end, of boxes of no known kind where
/// boxes are used, and of conflicts that git left; in order of their lines.
void find_faults(DraftDocument& draft);

}  // namespace collector
