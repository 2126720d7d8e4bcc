// Each feed in data/feeds with the items it must become in the .expected file beside it. A new
// pair needs no code: put the feed there, run this program with REWRITE_EXPECTED=1, and read
// what it wrote.
#include "normalise/language.h"
#include "normalise/normalise.h"
#include "parse/feed_reader.h"
#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

using namespace collector;
namespace fs = std::filesystem;

namespace {

using namespace std::chrono;

constexpr UtcTime kNow = sys_days{2024y / February / 10};

/// Where the document says it came from.
std::string document_url(const RawFeed& feed) {
  for (const std::string rel : {"self", "alternate", ""}) {
    const auto link = std::ranges::find(feed.links, rel, &Link::rel);
    if (link != feed.links.end()) {
      return link->href;
    }
  }
  return "https://feeds.example/feed.xml";
}

class Report {
 public:
  void field(const std::string& name, const std::string& value) {
    if (!value.empty()) {
      out_ << name << ": " << value << '\n';
    }
  }

  void field(const std::string& name, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      field(name, value);
    }
  }

  void item(const Item& item) {
    out_ << '\n';
    field("key", item.key);
    field("guid", item.guid);
    field("title", item.title);
    field("url", item.url);
    field("canonical", item.canonical_url);
    field("link", item.links);
    field("author", item.author);
    field("author_url", item.author_url);
    field("language", item.language);
    field("summary", item.summary);
    field("content", item.content);
    field("category", item.categories);
    field("published", item.published ? format_utc(*item.published) : "");
    field("updated", item.updated ? format_utc(*item.updated) : "");
    field("date", format_utc(item.date) + " (" + to_string(item.date_source) + ")");
    field("from_aggregate", item.from_aggregate ? "yes" : "");
  }

  [[nodiscard]] std::string text() const { return out_.str(); }

 private:
  std::ostringstream out_;
};

std::string describe(const fs::path& feed_file) {
  const RawFeed feed = read_feed(read_file(feed_file));
  FeedSource source;
  source.name = "feed";
  Report report;
  report.field("feed", feed_title(feed));
  for (Item& item : normalise(feed, source, document_url(feed), kNow)) {
    guess_language(item);
    report.item(item);
  }
  return report.text();
}

std::vector<fs::path> feed_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(test_data("feeds"))) {
    if (entry.path().extension() != ".expected") {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

TEST_CASE("each feed becomes the items written beside it") {
  const auto files = feed_files();
  REQUIRE(files.size() > 20);
  for (const fs::path& file : files) {
    INFO(file.filename().string());
    const std::string found = describe(file);
    const fs::path expected_file = fs::path(file).replace_extension(".expected");
    if (std::getenv("REWRITE_EXPECTED") != nullptr) {
      std::ofstream(expected_file, std::ios::binary) << found;
    }
    CHECK(found == read_file(expected_file));
  }
}
