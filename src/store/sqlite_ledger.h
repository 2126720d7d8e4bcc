// The ledger in SQLite: what was printed when.
#pragma once

#include "store/issue.h"
#include "store/sqlite.h"

#include <string>
#include <vector>

namespace collector {

void write_issue(Connection& connection, const Issue& issue);
void write_reopening(Connection& connection, const std::string& month, UtcTime when);
std::vector<Issue> read_issues(Connection& connection);

}  // namespace collector
