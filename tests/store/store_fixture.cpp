#include "store_fixture.h"

#include "store/decisions.h"
#include "store/item_query.h"
#include "store/items.h"
#include "support/stored_items.h"

namespace collector {

std::string StoreFixture::id_of(const std::string& title) {
  return collector::id_of(title, *store);
}

StoredItem StoreFixture::item(const std::string& id) {
  return store->items().item(id);
}

std::vector<StoredItem> StoreFixture::items(const ItemQuery& query) {
  return store->items().find(query);
}

void StoreFixture::decide(DecisionKind kind, const std::string& id, const std::string& value,
                          const std::string& field) {
  store->decisions().record(std::vector{Decision{.kind = kind,
                                                 .item_id = id,
                                                 .by = {"eva", "because", january(20)},
                                                 .value = value,
                                                 .field = field}});
}

}  // namespace collector
