#include "opml/opml.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/paths.h"

#include <filesystem>
#include <iterator>

using namespace collector;
namespace fs = std::filesystem;

namespace {

/// One feed a line, its folders parted by " > ".
std::string told(const std::vector<OpmlFeed>& feeds) {
  std::string text;
  for (const OpmlFeed& feed : feeds) {
    text += feed.title + " | " + feed.url + " |" + (feed.home.empty() ? "" : " ") + feed.home +
            " |" + (feed.language.empty() ? "" : " ") + feed.language + " |";
    for (const std::string& folder : feed.folders)
      text += (&folder == &feed.folders.front() ? " " : " > ") + folder;
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("the lists of many readers are read") {
  int lists = 0;
  for (const auto& entry : fs::directory_iterator(project_file("tests/data/opml"))) {
    if (entry.path().extension() != ".opml") continue;
    const std::string name = entry.path().filename().string();
    INFO(name);
    const std::string expected =
        read_file(fs::path(entry.path()).replace_extension(".expected"));

    CHECK(told(read_opml(read_file(entry.path()), name)) == expected);
    ++lists;
  }
  CHECK(lists >= 7);
}

TEST_CASE("lists that readers have really written are read") {
  const fs::path folder = project_file("../shared/fixtures/real");
  if (!fs::exists(folder)) {
    WARN("the real lists are not beside this checkout: left out");
    return;
  }
  const auto small = read_opml(read_file(folder / "opml-2.0.opml"), "opml-2.0.opml");
  REQUIRE(small.size() == 1);
  CHECK(small[0].folders == std::vector<std::string>{"out1"});
  const auto large = read_opml(read_file(folder / "opml-subs.opml"), "opml-subs.opml");
  CHECK(large.size() > 100);
  CHECK(large[0].title == "Daring Fireball");
  CHECK(large.back().folders == std::vector<std::string>{"Writers"});
}

TEST_CASE("what is written is read as it was") {
  const std::vector<OpmlFeed> feeds{
      {"Quay \"<&>\"",
       "https://quay.example/?a=1&b=2",
       "",
       "de",
       {"Servers & more", "Quay, Inc"}},
      {"Pier", "https://pier.example/feed", "https://pier.example/", "", {}},
      {"Dinghy", "https://dinghy.example/feed", "", "", {"Servers & more"}}};

  const std::string text = write_opml("Harbour & Co", feeds);

  CHECK_THAT(text, ContainsSubstring("<opml version=\"2.0\">"));
  CHECK_THAT(text, ContainsSubstring("<title>Harbour &amp; Co</title>"));
  CHECK(told(read_opml(text, "x")) ==
        "Quay \"<&>\" | https://quay.example/?a=1&b=2 | | de | Servers & more > Quay  Inc\n"
        "Dinghy | https://dinghy.example/feed | | | Servers & more\n"
        "Pier | https://pier.example/feed | https://pier.example/ | |\n");
}

TEST_CASE("what is no list, or half of one, is refused with its place") {
  const auto complaint = [](const std::string& text) {
    try {
      (void)read_opml(text, "list.opml");
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("taken");
  };

  CHECK_THAT(complaint(""), StartsWith("list.opml: "));
  CHECK_THAT(complaint("<html><body/></html>"), ContainsSubstring("no OPML"));
  CHECK_THAT(complaint("<opml><body>\n<outline xmlUrl='https://a.example/'/>\n"),
             ContainsSubstring("ends too early"));
  std::string deep = "<opml><body>";
  for (int depth = 0; depth < 100; ++depth)
    deep += "<outline text='x'>";
  CHECK_THAT(complaint(deep), ContainsSubstring("too deep"));
}

TEST_CASE("entities that a list defines for itself cannot bloat it") {
  std::string bomb = "<!DOCTYPE opml [<!ENTITY a0 'xxxxxxxxxxxxxxxxxxxx'>";
  for (int level = 1; level < 12; ++level) {
    bomb += "<!ENTITY a" + std::to_string(level) + " '";
    for (int copy = 0; copy < 10; ++copy)
      bomb += "&a" + std::to_string(level - 1) + ";";
    bomb += "'>";
  }
  bomb += "]><opml><body><outline text='&a11;' xmlUrl='https://a.example/'/></body></opml>";

  const auto feeds = read_opml(bomb, "bomb.opml");

  REQUIRE(feeds.size() == 1);
  CHECK(feeds[0].title == "&a11;");
}
