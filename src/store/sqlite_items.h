// Reading items out of SQLite.
#pragma once

#include "store/item_query.h"
#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <string>

namespace collector {

void read_items(Connection& connection, const ItemQuery& query,
                const std::function<void(StoredItem&&)>& take);
StoredItem read_item(Connection& connection, std::int64_t number);
ItemHistory read_history(Connection& connection, std::int64_t number);

/// The row of the item whose id begins with `id`. Throws Error when it fits none or several.
std::int64_t find_item(Connection& connection, const std::string& id);

}  // namespace collector
