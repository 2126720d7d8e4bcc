// What a bullet of the editors' own stands for.
#pragma once

#include "core/item.h"
#include "newsletter/draft_document.h"

#include <string>

namespace collector {

/// The item of `block`, an entry of `draft`; by its page, if it links to one, else by its
/// words. Its date is left to the caller. `site`: what paths in the draft are relative to.
Item own_item(const DraftBlock& block, const DraftDocument& draft, const std::string& site);

}  // namespace collector
