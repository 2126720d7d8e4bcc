// Writing into SQLite what a feed says of its entries.
#pragma once

#include "core/item.h"
#include "store/sqlite.h"

#include <cstdint>
#include <string>

namespace collector {

/// An item that is new, and what the poll that found it makes of it.
struct NewItem {
  const Item& item;
  std::int64_t feed;  // its row
  bool doubtful = false;
  bool quarantined = false;
  std::string printed_in = {};  // the closed issue that has this news already
};

/// Returns the row.
std::int64_t insert_item(Connection& connection, const NewItem& added, UtcTime now);

/// An item that is there already.
struct ItemRow {
  std::int64_t feed = 0;
  std::int64_t number = 0;
};

/// Writes what the feed says of a known item now, and keeps what it said before as a version.
/// Its dates stay; so does its classification once somebody has decided about it.
void rewrite_item(Connection& connection, const ItemRow& known, const Item& item, UtcTime now);

}  // namespace collector
