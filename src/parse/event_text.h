// What people write into the fields of a calendar that are meant for plain text.
#pragma once

#include "core/feed.h"

#include <string>
#include <string_view>

namespace collector {

/// `text`, as HTML where there are tags of it: Google's calendars write such descriptions.
Text description_of(std::string text);

/// The first address in `text`, of HTML the first that it links to: without the full stop or
/// bracket that follows it in a sentence. Empty when there is none.
std::string first_address(const Text& text);

}  // namespace collector
