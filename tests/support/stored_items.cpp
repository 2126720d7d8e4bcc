#include "support/stored_items.h"

#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"

namespace collector {

std::vector<StoredItem> stored_items(Store& store) {
  return store.items().find({});
}

std::vector<std::string> stored_ids(Store& store) {
  std::vector<std::string> ids;
  for (const StoredItem& stored : stored_items(store))
    ids.push_back(stored.id);
  return ids;
}

std::string id_of(const std::string& title, Store& store) {
  for (const StoredItem& stored : stored_items(store))
    if (stored.item.title == title) return stored.id;
  return "";
}

}  // namespace collector
