// Two tables: addresses that give their feeds away, and pages as forges, forums and blogs write
// them (tests/data/discover). A page's .expected has its address, then its feeds, best first.
#include "discover/forms.h"

#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <sstream>

using namespace collector;
namespace fs = std::filesystem;

namespace {

using Urls = std::vector<std::string>;

Urls split(const std::string& line, char separator) {
  Urls parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, separator);)
    parts.push_back(part);
  return parts;
}

fs::path folder() {
  return project_file("tests/data/discover");
}

}  // namespace

TEST_CASE("an address that gives its feeds away gives these") {
  int cases = 0;
  for (const std::string& line : split(read_file(folder() / "addresses.tsv"), '\n')) {
    if (line.starts_with("#")) continue;
    INFO(line);
    Urls feeds = split(line, '\t');
    const std::string page = feeds.front();
    feeds.erase(feeds.begin());

    CHECK(feeds_of_address(page) == feeds);
    ++cases;
  }
  CHECK(cases > 30);
}

TEST_CASE("a page gives away its feeds, best first") {
  int pages = 0;
  for (const auto& entry : fs::directory_iterator(folder())) {
    if (entry.path().extension() != ".html") continue;
    INFO(entry.path().filename().string());
    const Urls lines =
        split(read_file(fs::path(entry.path()).replace_extension(".expected")), '\n');
    const std::string& url = lines.front();
    Urls expected;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line)
      expected.push_back(line->substr(2));

    CHECK(feeds_of_page(url, read_web_page(read_file(entry.path()), url)) == expected);
    ++pages;
  }
  CHECK(pages > 20);
}

TEST_CASE("the last resort is what the page links as a feed, then the usual places") {
  WebPage page;
  page.linked = {{"https://harbour.example/news/comments.rss", "", ""},
                 {"https://harbour.example/news.rss", "", ""}};

  const Urls feeds = usual_feeds("https://harbour.example/blog/post", page);

  REQUIRE(feeds.size() > 4);
  CHECK(feeds[0] == "https://harbour.example/news.rss");
  CHECK(feeds[1] == "https://harbour.example/news/comments.rss");
  CHECK(feeds[2] == "https://harbour.example/blog/feed.xml");
  CHECK(std::count(feeds.begin(), feeds.end(), "https://harbour.example/feed.xml") == 1);
}
