// Lists of extensions in SQLite.
#pragma once

#include "core/specification.h"
#include "store/sqlite.h"

#include <cstdint>
#include <vector>

namespace collector {

/// Replaces what was known of the feed in row `feed`.
void write_specifications(Connection& connection, std::int64_t feed,
                          const std::vector<Specification>& specifications);

}  // namespace collector
