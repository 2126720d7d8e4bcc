#include "store_fixture.h"

#include "store/decisions.h"
#include "store/item_query.h"
#include "store/items.h"

namespace collector {

std::string StoreFixture::id_of(const std::string& title) {
  for (const StoredItem& stored : store->items().find({}))
    if (stored.item.title == title) return stored.id;
  return "";
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
