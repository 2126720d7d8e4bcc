// The title and the author that an item is printed under.
#pragma once

#include "core/item.h"

#include <string>
#include <string_view>

namespace collector {

/// A reviewer's title, else the readable one, else the feed's own; of a post that has none, its
/// first sentence; without the author that planets put in front ("Ada: A view").
std::string printed_title(const StoredItem& stored);

/// What a post goes on to say after `title`, which its text may begin with.
std::string_view text_after_title(const Item& item, std::string_view title);

/// The author, without the handle that forums put in front ("@ada Ada Byron"); empty when there
/// is only a mail address, or a role such as "admin".
std::string printed_author(const Item& item);

}  // namespace collector
