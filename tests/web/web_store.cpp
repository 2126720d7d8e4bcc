#include "web_store.h"

#include "store/items.h"
#include "store/poll.h"
#include "store/polls.h"
#include "support/stored_items.h"

#include <cstdlib>

namespace collector {

WebStore::WebStore(std::vector<std::string> titles) {
  std::string name = (std::filesystem::temp_directory_path() / "collector-XXXXXX").string();
  folder_ = mkdtemp(name.data());
  path = (folder_ / "news.db").string();
  FeedUpdate update;
  update.state.name = "planet";
  update.state.url = "https://planet.example/feed";
  int minute = 0;
  for (const std::string& title : titles) {
    Item& item = update.items.emplace_back();
    item.feed = "planet";
    item.key = item.guid = item.title = title;
    item.url = "https://planet.example/" + std::to_string(minute);
    item.section = "articles";
    item.summary = "What there is to say of it.";
    item.confidence = 1;
    item.date = std::chrono::sys_days{std::chrono::year{2024} / 1 / 15} +
                std::chrono::minutes{minute++};
    item.published = item.date;
  }
  const auto store = open();
  store->polls().save({&update, 1}, kWebNow);
  ids = stored_ids(*store);
}

StoredItem WebStore::item(std::size_t place) const {
  return open_store(path, Access::Read)->items().item(ids[place]);
}

WebStore::~WebStore() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace collector
