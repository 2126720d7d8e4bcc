// The rows of items in SQLite.
#pragma once

#include "store/sqlite.h"

#include <cstdint>
#include <string>

namespace collector {

/// The row of the item whose id begins with `id`. Throws Error when it fits none or several.
std::int64_t find_item(Connection& connection, const std::string& id);

}  // namespace collector
