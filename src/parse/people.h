// "jo@example.org (Jo Bloggs)" and the other ways in which RSS writes a person on one line.
#pragma once

#include "core/feed.h"

#include <string_view>

namespace collector {

/// Reads "e-mail (name)", "name (e-mail)", "name <e-mail>", an e-mail alone or a name alone.
Person read_person(std::string_view text);

}  // namespace collector
