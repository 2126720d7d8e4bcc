// Decisions in SQLite, and the states that follow from them.
#pragma once

#include "store/sqlite.h"
#include "store/standing.h"

#include <cstdint>

namespace collector {

/// Adds one decision of the item in row `item`. Throws Error when there is nothing to undo.
void add_decision(Connection& connection, std::int64_t item, const Decision& decision);

/// The state and the words of an item, worked out from its decisions and the ledger.
Standing work_out_standing(Connection& connection, std::int64_t item);

/// Writes them to the item.
void refresh_standing(Connection& connection, std::int64_t item);

}  // namespace collector
