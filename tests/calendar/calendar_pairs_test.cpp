// Pairs of tests/data/calendars: a calendar as it comes and the events that are to be read from
// it in November 2026, a line each.
#include "calendar/days.h"
#include "parse/feed_reader.h"
#include "support/catch.h"
#include "support/paths.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace collector;
namespace fs = std::filesystem;

namespace {

constexpr UtcTime kNow = Day{std::chrono::year{2026} / 11 / 15};

/// "title | days, the first six | language | link"
std::string line_of(const RawEntry& entry) {
  constexpr std::size_t kShown = 6;
  std::string line = entry.title.value + " | ";
  for (std::size_t i = 0; i < entry.days.size() && i < kShown; ++i)
    line += format_day_span(entry.days[i]) + ' ';
  if (entry.days.size() > kShown)
    line += "and " + std::to_string(entry.days.size() - kShown) + ' ';
  return line + "| " + entry.language + " | " + entry.link + '\n';
}

std::string events_of(const std::string& document) {
  RawFeed feed = read_feed(document, "");
  work_out_days(feed, kNow);
  std::string lines = std::string(to_string(feed.format)) + ": " + feed.title.value +
                      (feed.truncated ? " (cut off)" : "") + '\n';
  for (const RawEntry& entry : feed.entries)
    lines += line_of(entry);
  for (const std::string& warning : feed.warnings)
    lines += "warning: " + warning + '\n';
  return lines;
}

}  // namespace

TEST_CASE("calendars come out as events with their days") {
  const bool rewrite = std::getenv("REWRITE_EXPECTED") != nullptr;
  int pairs = 0;
  for (const auto& file : fs::directory_iterator(test_data("calendars"))) {
    if (file.path().extension() == ".expected") continue;
    const fs::path expected = fs::path(file.path()).replace_extension(".expected");
    const std::string events = events_of(read_file(file.path()));
    if (rewrite) std::ofstream(expected, std::ios::binary) << events;
    INFO(file.path().filename().string());
    CHECK(events == read_file(expected));
    ++pairs;
  }
  CHECK(pairs > 0);
}
