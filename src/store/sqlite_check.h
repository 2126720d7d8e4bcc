// `db check`: whether the database is sound, and keeps what the store promises.
#pragma once

#include "store/sqlite.h"

#include <string>
#include <vector>

namespace collector {

/// One sentence for each fault; nothing when all is well.
std::vector<std::string> find_faults(Connection& connection);

}  // namespace collector
