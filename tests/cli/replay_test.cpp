// Two months of the real newsletter through the whole program: the feeds of ../shared/replay,
// as they looked day by day, and the Markdown that came of them, kept in tests/data/replay. The
// feeds are not this project's; where they are not at hand, the tests say so and pass.
#include "cli/program.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "support/paths.h"

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

using namespace collector::test;
namespace fs = std::filesystem;

namespace {

/// One line of feeds.tsv: a feed in one of its states.
struct Row {
  std::string name, file, section, group;
  std::string day;   // of the state, which the file's name tells; empty: there is only one
  std::string path;  // where it is served: the file's name without the day
};

std::string day_in(const std::string& file) {
  const auto is_day = [](const std::string& text) {
    const std::string form = "-0000-00-00.";
    for (std::size_t at = 0; at < form.size(); ++at) {
      const bool digit = std::isdigit(static_cast<unsigned char>(text[at])) != 0;
      if (form[at] == '0' ? !digit : text[at] != form[at]) return false;
    }
    return true;
  };
  for (std::size_t at = 0; at + 12 <= file.size(); ++at) {
    if (is_day(file.substr(at, 12))) return file.substr(at + 1, 10);
  }
  return "";
}

std::vector<Row> read_rows(const fs::path& folder) {
  std::ifstream file(folder / "feeds.tsv");
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);  // the columns' names
  while (std::getline(file, line)) {
    std::istringstream columns(line);
    std::string name, url, path, format, section, group;
    for (std::string* column : {&name, &url, &path, &format, &section, &group})
      std::getline(columns, *column, '\t');
    Row row{name.substr(0, name.find(" as of ")), path, section, group, day_in(path), ""};
    row.path = "/" + path;
    if (!row.day.empty()) row.path.erase(row.path.find(row.day) - 1, row.day.size() + 1);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What the fixtures call a section, in the newsletter's words; empty where they name none.
std::string section_of(const Row& row) {
  if (row.section == "videos") return "talks";
  if (row.section == "xep") return "extensions";
  return row.section.empty() || row.section[0] == '(' ? "" : row.section;
}

std::string config_of(const std::vector<Row>& rows, const std::string& preset,
                      const HttpServer& server) {
  std::string text =
      "settings: {allow_private_addresses: true}\nnewsletter: {preset: " + preset +
      "}\nfeeds:\n";
  std::map<std::string, Row> feeds;
  for (const Row& row : rows)
    feeds.emplace(row.name, row);
  for (const auto& [name, row] : feeds) {
    text += "  - name: \"" + name + "\"\n    url: " + server.url(row.path) + "\n";
    if (!section_of(row).empty()) text += "    section: " + section_of(row) + "\n";
    if (!row.group.empty()) text += "    group: \"" + row.group + "\"\n";
  }
  return text;
}

/// An issue to be made again.
struct Replay {
  std::string folder, preset, from, to, now;
};

/// Polls each state on its day, then all feeds, and exports the issue.
std::string play(const Replay& replay, const fs::path& folder) {
  Program collector;
  HttpServer server;
  const std::vector<Row> rows = read_rows(folder);
  collector.write("feeds.yaml", config_of(rows, replay.preset, server));
  std::map<std::string, std::vector<Row>> states;
  for (const Row& row : rows) {
    server.on(row.path, http_answer(200, {}, read_file(folder / row.file)));
    if (!row.day.empty()) states[row.day].push_back(row);
  }
  for (const auto& [day, polled] : states) {
    for (const Row& row : polled) {
      server.on(row.path, http_answer(200, {}, read_file(folder / row.file)));
      const Ran ran = collector(
          {"--now", day + "T12:00:00Z", "-q", "fetch", "--force", "--only", row.name});
      INFO(row.file << ": " << ran.err);
      REQUIRE(ran.code == 0);
    }
  }
  const Ran fetched = collector({"--now", replay.now, "-q", "fetch", "--force"});
  INFO(fetched.err);
  REQUIRE(fetched.code == 0);
  const Ran exported =
      collector({"--now", replay.now, "export", "--from", replay.from, "--to", replay.to});
  REQUIRE(exported.code == 0);
  return exported.out;
}

}  // namespace

TEST_CASE("two months of the newsletter come out of their feeds as they are kept") {
  const auto replay = GENERATE(
      Replay{"replay-2024-01", "xmpp-2024", "2023-12-01", "2024-02-02", "2024-02-25T06:00:00Z"},
      Replay{"replay-2025-08", "xmpp", "2025-08-01", "2025-08-31", "2025-09-20T06:00:00Z"});
  const fs::path folder = fs::path(project_file("../shared/replay")) / replay.folder;
  if (!fs::exists(folder)) {
    WARN(folder.string() << " is not at hand: left out");
    return;
  }

  const std::string markdown = play(replay, folder);

  const fs::path expected = test_data("replay/" + replay.folder + ".expected.md");
  if (std::getenv("REWRITE_EXPECTED") != nullptr) {
    std::ofstream(expected, std::ios::binary) << markdown;
  }
  CHECK(markdown == read_file(expected));
}
