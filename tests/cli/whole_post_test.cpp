// The whole post as its editors meet it: --full, and the last issue it is to look like.
#include "cli/program.h"
#include "support/catch.h"
#include "support/paths.h"

#include <fstream>
#include <string>
#include <vector>

using namespace collector::test;

namespace {

constexpr const char* kConfig =
    "newsletter:\n  preset: none\n  title: Pier\n  sections:\n"
    "    - {name: articles, heading: Articles}\n"
    "feeds:\n  - {name: pier, url: 'https://pier.example/'}\n";

constexpr const char* kLast =
    "---\ntitle: Pier December 2023\ndate: 2024-01-03\n---\n\nWelcome to December 2023.\n\n"
    "## Articles\n\n- [Old](https://old.example/)\n\n## Contribute\n\n- Come to our pad.\n\n"
    "{{< licence >}}\n";

/// A newsletter that has one page to tell of, and its last issue.
class Desk {
 public:
  Desk() {
    collector.write("feeds.yaml", kConfig);
    collector.write("last.md", kLast);
    // Nobody answers there: what is given is enough.
    run({"add", "https://127.0.0.1:1/walk", "--title", "A walk", "--section", "articles",
         "--date", "2024-01-12"});
  }

  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--db", "news.db", "--config", "feeds.yaml", "--now",
                                       "2024-02-02T00:00:00Z"});
    return collector(arguments);
  }

  Ran export_full(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"export", "--month", "2024-01", "--full"});
    return run(more);
  }

  [[nodiscard]] std::string text(const std::string& file) const {
    return read_file(collector.path(file));
  }

  Program collector;
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  INFO(text);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("what editors wrote around the news stays, applied or not") {
  const bool apply = GENERATE(false, true);
  const Desk desk;
  const std::vector<std::string> into = {"--like", "last.md", "--output", "n.md"};
  REQUIRE(desk.export_full(into).code == 0);
  std::string edited = replaced(desk.text("n.md"), "title: Pier January 2024", "title: Ours");
  edited = replaced(edited, "Welcome to January 2024.", "An opening of our own.");
  edited = replaced(edited, "- Come to our pad.", "- Come to our room.\n- Or sing.\n\nDo.");
  desk.collector.write("n.md", edited);

  if (apply) REQUIRE(desk.run({"review", "--apply", "n.md"}).code == 0);
  REQUIRE(desk.export_full(into).code == 0);
  CHECK(desk.text("n.md") == edited);
  REQUIRE(desk.export_full(into).code == 0);
  CHECK(desk.text("n.md") == edited);
}

TEST_CASE("a section that editors gave another heading keeps it, applied or not") {
  const bool apply = GENERATE(false, true);
  const Desk desk;
  const std::vector<std::string> into = {"--draft", "--output", "n.md"};
  REQUIRE(desk.export_full(into).code == 0);
  const std::string edited = replaced(desk.text("n.md"), "## Articles", "## What to read");
  desk.collector.write("n.md", edited);

  if (apply) REQUIRE(desk.run({"review", "--apply", "n.md"}).code == 0);
  REQUIRE(desk.export_full(into).code == 0);

  const auto without_mark = [](const std::string& text) {
    return text.substr(0, text.find("<!-- c:draft"));
  };
  CHECK(without_mark(desk.text("n.md")) == without_mark(edited));
}

TEST_CASE("an issue that was closed as a whole post is printed as it was") {
  const char* const text =
      GENERATE("---\ntitle: Pier 2\n---\n", "+++\ntitle = \"Pier 2\"\n+++\n",
               "Title: Pier 2\nDate: 2024-02-03\n");
  const Desk desk;
  const std::string printed =
      std::string(text) + "\nHello.\n\n## Articles\n\n- [A walk](https://127.0.0.1:1/walk)\n";
  desk.collector.write("printed.md", printed);
  REQUIRE(desk.run({"issue", "close", "2024-01", "--like", "printed.md"}).code == 0);

  CHECK(desk.export_full().out == printed);
}

TEST_CASE("a last issue that is not there is named") {
  const Desk desk;

  const Ran ran = desk.export_full({"--like", "none.md"});

  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("none.md: there is no such file"));
}
