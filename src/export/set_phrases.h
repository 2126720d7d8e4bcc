// What announcements say for politeness' sake, told from what they have to say.
#pragma once

#include "core/item.h"

#include <string_view>

namespace collector {

/// `text` without the sentences at its ends that have no word but those of the names of `item`
/// and of the set phrases of announcements: "The Heron team is happy to announce Heron 1.2!"
/// says nothing more than the title.
std::string_view telling_part(std::string_view text, const Item& item);

}  // namespace collector
