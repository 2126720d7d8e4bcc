// Feeds that stood on the web once. Their licences keep them out of this repository: they are
// read from ../shared/fixtures where that is, and only facts about them are kept here (counts,
// titles, links, dates). COLLECTOR_REWRITE_EXPECTED=1 writes those anew.
#include "core/error.h"
#include "normalise/date.h"
#include "normalise/html.h"
#include "parse/feed_reader.h"
#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace collector;
namespace fs = std::filesystem;

namespace {

/// Where the feeds are; COLLECTOR_FIXTURES names another place.
fs::path fixtures() {
  const char* named = std::getenv("COLLECTOR_FIXTURES");
  return named != nullptr ? fs::path(named) : fs::path(project_file("../shared/fixtures"));
}

std::vector<fs::path> feeds_of(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto extension = file.path().extension();
    if (extension != ".md" && extension != ".jsonl") found.push_back(file.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string plain(const Text& text) {
  return text.type == TextType::Html ? html_to_text(text.value) : squeeze(text.value);
}

std::string day_of(const std::string& text) {
  const auto time = parse_date(text);
  return time ? format_utc(*time) : "-";
}

/// One line a feed, one an entry: title, link and date.
std::string facts_of(const std::string& document) {
  std::ostringstream facts;
  try {
    const RawFeed feed = read_feed(document);
    facts << to_string(feed.format) << " | " << feed.entries.size() << " entries | "
          << (feed.bozo ? "repaired" : "sound") << " | " << plain(feed.title) << '\n';
    for (const RawEntry& entry : feed.entries)
      facts << plain(entry.title) << " | " << (entry.link.empty() ? "-" : entry.link) << " | "
            << day_of(entry.published.empty() ? entry.updated : entry.published) << '\n';
  } catch (const ParseError& error) {
    facts << "refused: " << error.what() << '\n';
  }
  return facts.str();
}

void check_folder(const std::string& name) {
  if (!fs::is_directory(fixtures() / name)) {
    WARN("skipped: there are no feeds in " << (fixtures() / name).string());
    SUCCEED();
    return;
  }
  for (const fs::path& feed : feeds_of(fixtures() / name)) {
    INFO(feed.string());
    const std::string facts = facts_of(read_file(feed));
    const fs::path expected = test_data("real/" + feed.filename().string() + ".expected");
    if (std::getenv("COLLECTOR_REWRITE_EXPECTED") != nullptr) {
      std::ofstream(expected, std::ios::binary) << facts;
    }
    CHECK(facts == read_file(expected));
  }
}

}  // namespace

TEST_CASE("real feeds are read") {
  check_folder("real");
}

TEST_CASE("feeds transcribed from their generators are read") {
  check_folder("transcribed");
}
