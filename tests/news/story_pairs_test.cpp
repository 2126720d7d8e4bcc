#include "config/config.h"
#include "news/recognise.h"
#include "news/stories.h"
#include "support/catch.h"
#include "support/paths.h"

#include <fstream>
#include <sstream>

using namespace collector;

namespace {

constexpr std::string_view kPost = "post: ";  // before the text of one that has no title

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream stream(line);
  for (std::string column; std::getline(stream, column, '\t');)
    found.push_back(column);
  return found;
}

const ProjectRegistry& projects() {
  static const ProjectRegistry registry(parse_config("", "built in").projects);
  return registry;
}

std::size_t count_stories(const std::vector<StoredItem>& items) {
  return find_stories(items, {}, {}, projects()).size();
}

StoredItem item(const std::vector<std::string>& row, std::size_t from, int day) {
  StoredItem stored;
  stored.item.feed = row.at(from);
  stored.item.title = row.at(from + 1);
  if (stored.item.title.starts_with(kPost)) {
    stored.item.title.erase(0, kPost.size());
    stored.item.summary = stored.item.title;
  }
  stored.item.url = row.at(from + 2);
  stored.item.canonical_url = row.at(from + 2);
  stored.id = row.at(from) + std::to_string(from);
  stored.item.date = UtcTime{} + std::chrono::days{20000 + day};
  recognise(stored.item, FeedSource{}, "", projects());
  return stored;
}

}  // namespace

TEST_CASE("each pair of the table is one story or two, whichever comes first") {
  std::ifstream table(test_data("story_pairs.tsv"));
  REQUIRE(table.good());
  int pairs = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with("#")) continue;
    CAPTURE(line);
    const auto row = columns(line);
    REQUIRE(row.size() == 8);
    const std::vector<StoredItem> items{item(row, 2, 0), item(row, 5, std::stoi(row[1]))};
    const std::vector<StoredItem> reversed{items[1], items[0]};

    const std::size_t wanted = row[0] == "one" ? 1 : 2;
    CHECK(count_stories(items) == wanted);
    CHECK(count_stories(reversed) == wanted);
    ++pairs;
  }
  CHECK(pairs >= 60);
}
