// What a store holds, in short words.
#pragma once

#include "core/item.h"

#include <string>
#include <vector>

namespace collector {

class Store;

/// All there are, by date, then id.
std::vector<StoredItem> stored_items(Store& store);

/// Their ids, in the same order.
std::vector<std::string> stored_ids(Store& store);

/// The id of the only item with this title; empty when there is none.
std::string id_of(const std::string& title, Store& store);

}  // namespace collector
