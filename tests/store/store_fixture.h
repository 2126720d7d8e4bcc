// A store to try things with, and the short words for it.
#pragma once

#include "new_store.h"
#include "store/item_query.h"

namespace collector {

struct StoreFixture {
  TemporaryFolder folder;
  std::string path = folder.path("news.db");
  std::unique_ptr<Store> store = open_store(path, Access::Write);

  /// The id of the only item with this title; empty when there is none.
  std::string id_of(const std::string& title);

  StoredItem item(const std::string& id);
  std::vector<StoredItem> items(const ItemQuery& query = {});

  void decide(DecisionKind kind, const std::string& id, const std::string& value = "",
              const std::string& field = "");
};

}  // namespace collector
