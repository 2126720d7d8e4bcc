// Files for download, as forges list them beside their news.
#pragma once

#include "core/item.h"

#include <string_view>

namespace collector {

/// An entry of a list of files (SourceForge): its title is the file's path.
bool is_download(const Item& item);

/// True for a file that only comes with another one: a checksum, a signature, a readme.
bool is_side_file(std::string_view path);

}  // namespace collector
