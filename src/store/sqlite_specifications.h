// Lists of extensions in SQLite.
#pragma once

#include "core/specification.h"
#include "store/sqlite.h"

#include <cstdint>
#include <string>
#include <vector>

namespace collector {

std::vector<Specification> read_specifications(Connection& connection, const std::string& feed);

/// Replaces what was known of the feed in row `feed`.
void write_specifications(Connection& connection, std::int64_t feed,
                          const std::vector<Specification>& specifications);

}  // namespace collector
