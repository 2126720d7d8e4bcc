#include "new_store.h"

#include "store/issue.h"
#include "store/poll.h"
#include "store/polls.h"

#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace collector {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "store-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

UtcTime january(int day) {
  using namespace std::chrono;
  return sys_days{2024y / January / 1} + days{day - 1} + hours{12};
}

Item entry(const std::string& feed, const std::string& name, int day) {
  Item item;
  item.feed = feed;
  item.guid = "tag:" + name;
  item.key = item.guid;
  item.url = "https://blog.example/" + name;
  item.canonical_url = item.url;
  item.title = "About " + name;
  item.summary = "What there is to say of " + name;
  item.content = "<p>What there is to say of " + name + "</p>";
  item.published = january(day);
  item.date = january(day);
  item.date_source = DateSource::Published;
  item.headline = item.title;
  item.section = "articles";
  return item;
}

FeedUpdate poll(const std::string& feed, std::vector<Item> items, UtcTime now) {
  FeedUpdate update;
  update.state.name = feed;
  update.state.url = "https://blog.example/feed";
  update.state.title = "The blog";
  update.state.last_status = 200;
  update.state.last_polled = now;
  update.state.last_success = now;
  update.items = std::move(items);
  return update;
}

Issue issue_with(PrintedEntry entry) {
  Issue issue;
  issue.month = "2024-01";
  issue.window = {january(1), january(32)};
  issue.closed = january(35);
  issue.markdown = "# News\n";
  issue.json = "{}";
  issue.entries = {std::move(entry)};
  return issue;
}

UpdateSummary save(Store& store, const FeedUpdate& update) {
  return store.polls().save(std::vector{update}, *update.state.last_polled).front();
}

std::vector<std::string> titles(const std::vector<StoredItem>& items) {
  std::vector<std::string> texts;
  for (const StoredItem& stored : items)
    texts.push_back(stored.item.title);
  return texts;
}

}  // namespace collector
