// Lists of files as feeds (SourceForge): which of them are no news.
#pragma once

#include "core/item.h"

namespace collector {

/// True for a file that only comes with another one: a checksum, a signature, a readme.
bool is_companion_file(const Item& item);

}  // namespace collector
