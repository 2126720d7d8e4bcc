// The ledger in SQLite: what was printed when.
#pragma once

#include "store/issue.h"
#include "store/sqlite.h"
#include "store/sqlite_entries.h"

#include <string>
#include <vector>

namespace collector {

/// False while no issue was ever closed: then nothing need be looked for.
bool has_printed(Connection& connection);

/// The closed issue that has printed the news about to be added, by its page or its release;
/// empty: none.
std::string find_printed(Connection& connection, const NewItem& added);

void write_issue(Connection& connection, const Issue& issue);
void write_reopening(Connection& connection, const std::string& month, UtcTime when);
std::vector<Issue> read_issues(Connection& connection);

}  // namespace collector
