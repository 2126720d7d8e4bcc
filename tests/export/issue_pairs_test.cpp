// Pairs of tests/data/export: the items of a month and the Markdown that is to come of them.
#include "config/config.h"
#include "export/digest.h"
#include "export/markdown.h"
#include "normalise/date.h"
#include "support/catch.h"
#include "support/paths.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace collector;
namespace fs = std::filesystem;

namespace {

/// Line breaks are written \n.
std::string unescaped(std::string text) {
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n"))
    text.replace(at, 2, "\n");
  return text;
}

void set(Item& item, const std::string& field, const std::string& value) {
  if (field == "title") item.title = value;
  if (field == "headline") item.headline = value;
  if (field == "project") item.project = value;
  if (field == "version") item.version = value;
  if (field == "kind") item.kind = parse_item_kind(value).value();
  if (field == "section") item.section = value;
  if (field == "group") item.group = value;
  if (field == "url") item.url = value;
  if (field == "author") item.author = value;
  if (field == "author_url") item.author_url = value;
  if (field == "feed") item.feed = value;
  if (field == "language") item.language = value;
  if (field == "summary") item.summary = value;
  if (field == "category") item.categories = {value};
  if (field == "from_aggregate") item.from_aggregate = true;
  if (field == "date") item.date = parse_date(value).value();
}

/// Blocks of "field: value", an empty line between two items.
std::vector<StoredItem> read_items(const fs::path& path) {
  std::ifstream file(path);
  std::vector<StoredItem> items;
  bool open = false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      open = false;
      continue;
    }
    if (!open) items.emplace_back().id = "id" + std::to_string(items.size());
    open = true;
    const std::size_t colon = line.find(": ");
    set(items.back().item, line.substr(0, colon), unescaped(line.substr(colon + 2)));
  }
  return items;
}

}  // namespace

TEST_CASE("the items of a month come out as the newsletter's Markdown") {
  const fs::path folder = test_data("export");
  const Config config = load_config((folder / "feeds.yaml").string());
  const bool rewrite = std::getenv("REWRITE_EXPECTED") != nullptr;
  int pairs = 0;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() != ".items") continue;
    const std::string markdown =
        to_markdown(make_digest(read_items(file.path()), {}, config), config);
    const fs::path expected = fs::path(file.path()).replace_extension(".expected.md");
    if (rewrite) std::ofstream(expected, std::ios::binary) << markdown;
    INFO(file.path().filename().string());
    CHECK(markdown == read_file(expected));
    ++pairs;
  }
  CHECK(pairs > 0);
}

TEST_CASE("the presets print the same month in the form of their years") {
  const bool rewrite = std::getenv("REWRITE_EXPECTED") != nullptr;
  const std::vector<StoredItem> items = read_items(test_data("export/presets/month.items"));
  for (const std::string preset : {"xmpp", "xmpp-2024"}) {
    const Config config = parse_config(
        "newsletter: {preset: " + preset +
            "}\nfeeds: [{name: XEPs, url: 'https://xmpp.org/list.xml', section: extensions}]",
        "feeds.yaml");
    const fs::path expected = test_data("export/presets/" + preset + ".expected.md");
    const std::string markdown = to_markdown(make_digest(items, {}, config), config);
    if (rewrite) std::ofstream(expected, std::ios::binary) << markdown;
    INFO(preset);
    CHECK(markdown == read_file(expected));
  }
}
