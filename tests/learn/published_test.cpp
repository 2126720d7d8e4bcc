#include "learn/published.h"

#include "config/config.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/paths.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

using namespace collector;
namespace fs = std::filesystem;

namespace {

std::vector<PublishedItem> items_of(const PublishedIssue& issue) {
  const Config config = parse_config("", "built in");
  return published_items(issue, config.newsletter.sections, "https://harbour.example");
}

using Files = std::vector<std::string>;

/// Those that are found among these files.
Files found_among(const Files& files) {
  const fs::path folder =
      fs::temp_directory_path() / ("collector-issues-" + std::to_string(getpid()));
  fs::remove_all(folder);
  for (const std::string& file : files) {
    fs::create_directories((folder / file).parent_path());
    std::ofstream(folder / file) << "## Articles\n\n- [A](https://a.example/)\n";
  }
  Files found;
  for (const PublishedIssue& issue : read_published(folder.string(), "UTC"))
    found.push_back(fs::relative(issue.file, folder).string());
  fs::remove_all(folder);
  return found;
}

}  // namespace

TEST_CASE("the issues of a folder come oldest first, whatever else lies there") {
  const std::vector<PublishedIssue> issues = read_published(test_data("learn"), "UTC");

  REQUIRE(issues.size() == 2);
  CHECK(issues[0].day == "2019-03-04");
  CHECK(issues[0].month == "2019-02");
  CHECK(issues[1].day == "2024-02-05");
  CHECK(issues[1].month == "2024-01");
  CHECK(format_utc(issues[1].window.from) == "2024-01-01T00:00:00Z");
  CHECK(format_utc(issues[1].window.until) == "2024-02-01T00:00:00Z");
}

TEST_CASE("translations beside their originals are no issues of their own") {
  CHECK(found_among({"2024-02-05-news.md", "2024-02-05-news.it.md",
                     "2024-03-07_news.pt-br.md"}) == Files{"2024-02-05-news.md"});
  CHECK(found_among({"2024-02-05-news.en.md", "README.it.md", "README.md"}) ==
        Files{"2024-02-05-news.en.md"});
  CHECK(found_among({"README.md", "2024-02-05-news.en.md"}) == Files{"2024-02-05-news.en.md"});
  CHECK(found_among({"2024-02-05-news.it.md", "2024-03-05-news.it.md"}) ==
        Files{"2024-02-05-news.it.md", "2024-03-05-news.it.md"});
}

TEST_CASE("issues may be folders, and lie in those of their year") {
  CHECK(found_among({"2024-02-05-news/index.md", "2024-02-05-news/index.fr.md",
                     "2024-02-05-news/2024-01-31-notes.md", "2023/2023-12-05-news.md",
                     "2023/11/2023-11-05-news/index.md", "drafts/2024-03-05-news.md",
                     "_index.md"}) == Files{"2023/11/2023-11-05-news/index.md",
                                            "2023/2023-12-05-news.md",
                                            "2024-02-05-news/index.md"});
  CHECK(found_among({"2024-02-05-news/index.fr.md", "2024-03-05-news/index.fr.md"}).size() ==
        2);
}

TEST_CASE("a bullet is an item: its release or article, below the heading it stands under") {
  const std::vector<PublishedItem> items =
      items_of(read_published(test_data("learn"), "UTC")[1]);

  REQUIRE(items.size() == 4);
  CHECK(items[0].section == "articles");
  CHECK(items[0].title == "How to moor");
  CHECK(items[0].url == "https://school.example/moor");
  CHECK(items[0].urls.size() == 2);
  CHECK(items[0].language == "de");
  CHECK(items[0].issue == "2024-02-05");
  CHECK(items[1].title == "Tides");
  CHECK(items[1].url == "https://harbour.example/2024/01/tides/");
  CHECK(items[2].section == "clients");
  CHECK(items[2].title == "1.2");
  CHECK(items[2].url == "https://github.com/harbour/quay/releases/tag/v1.2");
  CHECK(items[3].section == "servers");
  CHECK(items[3].url == "http://pier.example/3-0?utm_source=newsletter");
}

TEST_CASE("paragraphs and headings of former years are read, too") {
  const std::vector<PublishedItem> items =
      items_of(read_published(test_data("learn"), "UTC")[0]);

  REQUIRE(items.size() == 3);
  CHECK(items[0].section == "articles");
  CHECK(items[0].url == "https://school.example/lighthouse");
  CHECK(items[1].section == "clients");
  CHECK(items[1].url == "https://quay.example/blog/quay-0-2/");
  CHECK(items[2].section == "libraries");
  CHECK(items[2].title == "Ferry");
}

TEST_CASE("a folder without newsletters is no lesson") {
  CHECK_THROWS_AS(read_published(test_data("none"), "UTC"), Error);
  CHECK_THROWS_AS(read_published(test_data("config"), "UTC"), Error);
}
