// The newsletters printed since 2018, where they lie beside the project: what is read of them
// against a list of their items that was made by other means.
#include "config/config.h"
#include "core/json.h"
#include "learn/published.h"
#include "support/catch.h"
#include "support/paths.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <tuple>

using namespace collector;

namespace {

using Key = std::tuple<std::string, std::string, std::string>;  // issue, section, URL

/// All links of all items, and those that lead them.
struct Read {
  std::set<Key> links;
  std::set<Key> leading;
};

Read read_issues(const std::string& folder) {
  const Config config = parse_config("", "built in");
  Read read;
  for (const PublishedIssue& issue : read_published(folder, "UTC"))
    for (const PublishedItem& item :
         published_items(issue, config.newsletter.sections, config.newsletter.site)) {
      read.leading.insert({item.issue, item.section, item.url});
      for (const std::string& url : item.urls)
        read.links.insert({item.issue, item.section, url});
    }
  return read;
}

}  // namespace

TEST_CASE("99 of 100 labelled items are read from their issue, below their section") {
  const std::string shared = project_file("../shared");
  if (!std::filesystem::exists(shared + "/data/newsletter-items.jsonl")) {
    WARN("the shared data is not beside this checkout: skipped");
    return;
  }
  const Read read = read_issues(shared + "/newsletters");

  int labelled = 0;
  int found = 0;
  int leading = 0;
  std::ifstream lines(shared + "/data/newsletter-items.jsonl");
  for (std::string line; std::getline(lines, line);) {
    const Json item = parse_json(line).value();
    if (item["url"].text().empty()) continue;
    const Key key{item["issue"].text(), item["section"].text(), item["url"].text()};
    ++labelled;
    found += read.links.contains(key) ? 1 : 0;
    leading += read.leading.contains(key) ? 1 : 0;
  }

  CAPTURE(labelled, found, leading);
  CHECK(labelled > 2000);
  CHECK(found * 100 >= labelled * 99);
  CHECK(leading * 100 >= labelled * 97);
}
