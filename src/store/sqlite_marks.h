// By what printed news is recognised in SQLite when it turns up again: its item, its page, its
// releases.
#pragma once

#include "store/issue.h"
#include "store/sqlite.h"
#include "store/sqlite_entries.h"

#include <cstdint>
#include <string>
#include <vector>

namespace collector {

/// False while no issue was ever closed: then nothing need be looked for.
bool has_printed(Connection& connection);

/// The closed issue that has printed the news about to be added, by its page or by all versions
/// it tells of, be it with the last of them; empty: none.
std::string find_printed(Connection& connection, const NewItem& added);

/// The same of the item in row `item`, whom an issue may have named, too.
std::string find_printed(Connection& connection, std::int64_t item);

/// Takes from `item`, whom no issue has printed, the versions that closed issues have: it is
/// news of the others.
void leave_out_printed(Connection& connection, Item& item);

/// Marks the entry in row `entry` as that of a page or an item; nothing when `mark` is empty.
void write_mark(Connection& connection, std::int64_t entry, const std::string& mark);

std::string item_mark(const std::string& id);

/// Marks all versions of `printed`, in row `entry`; those of one owner where one of the items
/// in the rows `named` is known to be in a repository.
void write_release_marks(Connection& connection, std::int64_t entry,
                         const PrintedEntry& printed, const std::vector<std::int64_t>& named);

}  // namespace collector
