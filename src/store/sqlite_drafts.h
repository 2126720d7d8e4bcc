// Drafts on SQLite.
#pragma once

#include "store/draft.h"
#include "store/sqlite.h"

#include <vector>

namespace collector {

std::int64_t write_draft(Connection& connection, const Draft& draft);
std::vector<Draft> read_drafts(Connection& connection, const std::optional<Window>& window);

}  // namespace collector
