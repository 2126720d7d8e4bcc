// Which news the ledger knows, for those that bring some.
#pragma once

#include "store/sqlite.h"
#include "store/sqlite_entries.h"

#include <string>

namespace collector {

/// False while no issue was ever closed: then nothing need be looked for.
bool has_printed(Connection& connection);

/// The closed issue that has printed the news about to be added, by its page or its release;
/// empty: none.
std::string find_printed(Connection& connection, const NewItem& added);

}  // namespace collector
