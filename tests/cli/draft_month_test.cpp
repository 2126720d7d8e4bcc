// A month of an issue as its editors live it: one file, exported into again and again.
#include "cli/program.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

using namespace collector;
using collector::test::Program;
using collector::test::Ran;
using collector::test::Typed;
using namespace std::chrono;

namespace {

constexpr UtcTime kJanuary = sys_days{2024y / January / 1};

const char* const kConfig =
    "newsletter:\n  preset: none\n  title: News\n  sections:\n"
    "    - {name: articles, heading: Articles}\n"
    "    - {name: talks, heading: Talks}\n"
    "feeds:\n  - {name: planet, url: 'https://planet.example/'}\n";

/// An editor's desk: a file, a store that grows, the command line.
class Month {
 public:
  Month() {
    program.write("feeds.yaml", kConfig);
    file = program.path("draft.md");
  }

  /// The feed as it stands with these entries.
  void poll(const std::vector<std::string>& names) {
    FeedUpdate update;
    update.state.name = "planet";
    for (const std::string& name : names) {
      Item& item = update.items.emplace_back();
      item.feed = "planet";
      item.key = item.guid = item.title = name;
      item.url = item.canonical_url = "https://planet.example/" + name;
      item.section = "articles";
      item.published = item.date = kJanuary + days{static_cast<int>(update.items.size())};
      item.date_source = DateSource::Published;
      item.confidence = 1;
    }
    open_store(program.path("news.db"), Access::Write)
        ->polls()
        .save({&update, 1}, kJanuary + days{20 + polls++});
  }

  Ran run(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(),
                     {"--db", program.path("news.db"), "--config", program.path("feeds.yaml"),
                      "--now", "2024-02-02T00:00:00Z"});
    return program(arguments);
  }

  Ran export_again(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"export", "--month", "2024-01", "--output", file});
    return run(more);
  }

  [[nodiscard]] std::string text() const { return read_file(file); }

  /// Of the item with this title.
  std::string id_of(const std::string& title) {
    const std::string lines = run({"list", "--all", title, "--format", "tsv"}).out;
    const std::size_t row = lines.find('\n') + 1;
    return lines.substr(row, lines.find('\t', row) - row);
  }

  void write(const std::string& text) const { std::ofstream(file, std::ios::binary) << text; }

  Program program;
  std::string file;
  int polls = 0;
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  INFO(text);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string line_with(const std::string& text, const std::string& what) {
  const std::size_t at = text.find(what);
  INFO(what << " in\n" << text);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) + 1 - begin);
}

std::string without_comments(std::string text) {
  for (std::size_t at = text.find("<!--"); at != std::string::npos; at = text.find("<!--")) {
    const std::size_t begin = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
    text.erase(begin, text.find("-->", at) + 3 - begin);
  }
  return text;
}

}  // namespace

TEST_CASE("a month: what editors did stays, what they deleted does not return") {
  const std::vector<std::string> options =
      GENERATE(std::vector<std::string>{}, std::vector<std::string>{"--draft"});
  const bool stripped = GENERATE(false, true);
  Month month;
  month.poll({"alpha", "beta", "delta", "golf", "kilo"});
  REQUIRE(month.export_again(options).code == 0);
  std::string edited = month.text();
  edited = replaced(edited, line_with(edited, "alpha"), "");
  edited = replaced(edited, line_with(edited, "golf"), "");
  edited = replaced(edited, line_with(edited, "beta"),
                    "- Beta is out: [read on](https://planet.example/beta)!\n");
  edited =
      replaced(edited, line_with(edited, "delta"),
               line_with(edited, "delta") +
                   "- [echo](https://echo.example/) of my own\n\n  ![its figure](echo.png)\n");
  const std::string moved = line_with(edited, "kilo");
  edited = replaced(edited, moved, "\n## Talks\n\n" + moved);
  if (stripped) edited = without_comments(edited);
  month.write(edited);

  month.poll({"alpha", "beta", "charlie", "delta", "foxtrot", "golf", "kilo"});
  CHECK(month.export_again({"--check"}).code == 4);
  CHECK(month.text() == edited);
  const Ran taken_up = month.export_again(options);
  REQUIRE(taken_up.code == 0);
  CHECK(taken_up.err.find("items removed 2, reworded 1, moved 1;") != std::string::npos);

  std::string grown = month.text();
  INFO(grown);
  CHECK(grown.find("alpha") == std::string::npos);
  CHECK(grown.find("golf") == std::string::npos);
  CHECK(grown.find("charlie") < grown.find("delta"));
  CHECK(grown.find("echo") < grown.find("foxtrot"));
  CHECK(grown.find("foxtrot") < grown.find("## Talks"));
  grown = replaced(grown, line_with(grown, "charlie"), "");
  grown = replaced(grown, line_with(grown, "foxtrot"), "");
  CHECK(without_comments(grown) == without_comments(edited));
  if (stripped) CHECK(grown == edited);

  const std::string settled = month.text();
  const Ran again = month.export_again(options);
  CHECK(again.code == 0);
  CHECK(again.err.empty());
  CHECK(month.text() == settled);
  const std::string removed =
      month.run({"list", "--month", "2024-01", "--state", "removed", "--format", "tsv"}).out;
  CHECK(removed.find("alpha") != std::string::npos);
  CHECK(removed.find("golf") != std::string::npos);

  REQUIRE(month.run({"keep", removed.substr(removed.find('\n') + 1, 10)}).code == 0);
  REQUIRE(month.export_again(options).code == 0);
  CHECK(month.text().find("planet.example/alpha") != std::string::npos);
}

TEST_CASE("--diff shows what an export would do to the file and does nothing") {
  Month month;
  month.poll({"alpha", "beta"});
  month.export_again();
  month.write(replaced(month.text(), line_with(month.text(), "alpha"), ""));
  const std::string before = month.text();
  month.poll({"alpha", "beta", "charlie"});

  const Ran ran = month.export_again({"--diff"});

  CHECK(ran.code == 0);
  CHECK(ran.out.find("+- [charlie]") != std::string::npos);
  CHECK(ran.out.find("alpha") == std::string::npos);
  CHECK(month.text() == before);
  CHECK(month.run({"list", "--month", "2024-01", "--state", "removed"}).out.find("alpha") ==
        std::string::npos);
}

TEST_CASE("a file that is no draft is left alone") {
  Month month;
  month.poll({"alpha"});
  month.write("# Shopping\n\n- milk\n");

  const Ran ran = month.export_again();

  CHECK(ran.code == 1);
  CHECK(ran.err.find("no draft") != std::string::npos);
  CHECK(month.text() == "# Shopping\n\n- milk\n");
}

TEST_CASE("what of a file is not taken over is told, and stays in it") {
  Month month;
  month.poll({"alpha"});
  REQUIRE(month.export_again().code == 0);
  const std::string own = "- Not to be missed: [it](https://planet.example/alpha)\n";
  const std::string edited = month.text() + own;
  month.write(edited);
  const auto line = std::count(edited.begin(), edited.end(), '\n');

  const Ran ran = month.export_again();

  CHECK(ran.code == 0);
  CHECK(ran.err == month.file + ":" + std::to_string(line) +
                       ": has the link of another bullet; left alone\n");
  CHECK(month.text() == edited);
  CHECK(month.export_again({"-q"}).err.empty());
}

TEST_CASE("another month's draft is left alone, with all that is decided") {
  const std::vector<std::string> options =
      GENERATE(std::vector<std::string>{}, std::vector<std::string>{"--draft"});
  Month month;
  month.poll({"alpha", "beta", "delta", "golf"});
  REQUIRE(month.export_again(options).code == 0);
  const std::string january = month.text();
  std::vector<std::string> asked = {"export", "--month", "2024-02", "--output", month.file};
  asked.insert(asked.end(), options.begin(), options.end());

  for (int attempt = 0; attempt < 2; ++attempt) {
    const Ran ran = month.run(asked);
    CHECK(ran.code == 1);
    CHECK(ran.err.find("is the draft of January 2024") != std::string::npos);
    CHECK(month.text() == january);
  }
  CHECK(month.run({"list", "--all", "--state", "removed"}).out.find("alpha") ==
        std::string::npos);
  month.write("");
  CHECK(month.run(asked).code == 0);
  month.write(january);
  CHECK(month.export_again(options).code == 0);
}

TEST_CASE("standard output has no comment unless it is a draft") {
  Month month;
  month.poll({"alpha"});

  CHECK(month.run({"export", "--month", "2024-01"}).out.find("<!--") == std::string::npos);
  CHECK(month.run({"export", "--month", "2024-01", "--draft"}).out.find("<!-- c:") !=
        std::string::npos);
}

TEST_CASE("a pad is pasted back, twice, and by two people") {
  Month month;
  month.poll({"alpha", "beta", "delta"});
  const std::string pad = month.run({"export", "--month", "2024-01", "--draft", "--boxes"}).out;
  const auto paste = [&](const std::string& text, const std::string& who) {
    const Typed typed(text);
    return month.run({"review", "--apply", "-", "--as", who});
  };
  const std::string ana = replaced(pad, "- [ ] [alpha]", "- [x] [alpha]");
  const std::string ben = replaced(pad, "- [ ] [beta]", "- [-] [beta]");

  CHECK(paste(ana, "Ana").err == "collector: 1 decision recorded, 0 entries added\n");
  CHECK(paste(ana, "Ana").err == "collector: 0 decisions recorded, 0 entries added\n");
  CHECK(paste(ben, "Ben").err == "collector: 1 decision recorded, 0 entries added\n");
  const Ran against = paste(replaced(pad, line_with(pad, "alpha"), ""), "Cora");

  CHECK(against.code == 7);
  CHECK(against.err.find("(kept by Ana)") != std::string::npos);
  const std::string log = month.run({"log"}).out;
  CHECK(log.find("Ana") != std::string::npos);
  CHECK(log.find("dropped") != std::string::npos);
  CHECK(log.find("Ben") != std::string::npos);
}

TEST_CASE("while two people dispute an entry, the others go on") {
  Month month;
  month.poll({"alpha", "beta", "delta"});
  REQUIRE(month.export_again({"--draft"}).code == 0);
  month.run({"edit", month.id_of("beta"), "--text", "Ben's [beta](https://planet.example/beta)",
             "--as", "Ben"});
  month.write(replaced(month.text(), "[beta]", "[Ana's beta]"));
  month.poll({"alpha", "beta", "charlie", "delta"});

  const Ran first = month.export_again({"--draft", "--as", "Ana"});
  const Ran second = month.export_again({"--draft", "--as", "Ana"});
  month.write(replaced(month.text(), line_with(month.text(), "charlie"), ""));
  const Ran third = month.export_again({"--draft", "--as", "Ana"});

  for (const Ran& ran : {first, second, third})
    CHECK(ran.err.find("somebody has decided otherwise") != std::string::npos);
  CHECK(month.text().find("charlie") == std::string::npos);
  const std::string log = month.run({"log"}).out;
  CHECK(log.find("charlie") == log.rfind("charlie"));
  CHECK(log.find("Ana's beta") == std::string::npos);
}

TEST_CASE("what others move goes along, and no export takes it back") {
  Month month;
  month.poll({"alpha", "beta"});
  REQUIRE(month.export_again().code == 0);
  month.run({"move", month.id_of("beta"), "talks", "--as", "Ben"});

  REQUIRE(month.export_again({"--as", "Ana"}).code == 0);
  const std::string moved = month.text();
  REQUIRE(month.export_again({"--as", "Ana"}).code == 0);

  CHECK(moved.find("## Talks") < moved.find("beta"));
  CHECK(month.text() == moved);
  CHECK(month.run({"log"}).out.find("Ana") == std::string::npos);
}

TEST_CASE("a file that is no draft any more has no draft's mark, nor has the next issue") {
  Month month;
  month.poll({"alpha"});
  REQUIRE(month.export_again({"--draft"}).code == 0);
  const std::string draft = month.text();
  const std::string last = month.program.write("last.md", draft);

  const Ran next = month.run({"export", "--month", "2024-02", "--full", "--like", last});
  REQUIRE(month.export_again().code == 0);

  CHECK(draft.find("<!-- c:draft") != std::string::npos);
  CHECK(next.out.find("<!--") == std::string::npos);
  CHECK(month.text() == without_comments(draft).substr(0, draft.find(" <!-- c:")) + "\n");
}

TEST_CASE("a file that the store cannot remember is left as it was") {
  Month month;
  month.poll({"alpha"});
  REQUIRE(month.export_again().code == 0);
  const std::string before = month.text();
  month.poll({"alpha", "beta"});
  Connection(month.program.path("news.db"), OpenMode::ReadWrite)
      .execute(
          "CREATE TRIGGER no_draft BEFORE INSERT ON drafts "
          "BEGIN SELECT RAISE(FAIL, 'no room for it'); END");

  const Ran ran = month.export_again();

  CHECK(ran.code == 1);
  CHECK(ran.err.find("no room for it") != std::string::npos);
  CHECK(month.text() == before);
}

TEST_CASE("nothing is applied until every line is understood") {
  Month month;
  month.poll({"alpha", "beta"});
  month.export_again({"--draft", "--boxes"});
  std::string edited = replaced(month.text(), "- [ ] [alpha]", "- [x] [alpha]");
  month.write(replaced(edited, "- [ ] [beta]", "- [o] [beta]"));

  const Ran ran = month.run({"review", "--apply", month.file});

  CHECK(ran.code == 1);
  CHECK(ran.err.find("draft.md:4: a box is") != std::string::npos);
  CHECK(month.run({"list", "--month", "2024-01", "--state", "kept"}).out.find("alpha") ==
        std::string::npos);
}

TEST_CASE("the draft is edited in the editor of one's choice") {
  Month month;
  month.poll({"alpha", "beta"});
  setenv("EDITOR", "sed -i -e 's/^- \\[ \\] \\[alpha/- [x] [alpha/'", 1);
  unsetenv("VISUAL");

  const Ran ran = month.run({"review", "--editor", "--month", "2024-01", "--as", "Ana"});
  unsetenv("EDITOR");

  CHECK(ran.code == 0);
  CHECK(month.run({"list", "--month", "2024-01", "--state", "kept"}).out.find("alpha") !=
        std::string::npos);
}

TEST_CASE("the draft is edited where nobody else can write, and left there when that fails") {
  Month month;
  month.poll({"alpha", "beta"});
  setenv("TMPDIR", month.program.path("").c_str(), 1);
  setenv("EDITOR", "false", 1);
  const Ran left = month.run({"review", "--editor", "--month", "2024-01"});
  setenv("TMPDIR", month.program.path("none").c_str(), 1);
  const Ran nowhere = month.run({"review", "--editor", "--month", "2024-01"});
  unsetenv("TMPDIR");
  unsetenv("EDITOR");

  CHECK(left.code == 1);
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(month.program.path("")))
    if (entry.is_directory()) folders.push_back(entry.path());
  REQUIRE(folders.size() == 1);
  CHECK(std::filesystem::status(folders[0]).permissions() == std::filesystem::perms::owner_all);
  CHECK_THAT(left.err, ContainsSubstring("left in " + (folders[0] / "draft.md").string()));
  CHECK(nowhere.code == 1);
  CHECK_THAT(nowhere.err, StartsWith("collector: $TMPDIR: is no folder"));
}

TEST_CASE("what a closed issue has printed is not printed by the next one") {
  Month month;
  month.poll({"alpha", "beta"});
  month.export_again();
  month.write(replaced(month.text(), line_with(month.text(), "alpha"),
                       "- Read [alpha](https://planet.example/alpha)\n"));
  REQUIRE(month.export_again().code == 0);
  REQUIRE(month.run({"issue", "close", "2024-01"}).code == 0);

  const Ran january = month.run({"export", "--month", "2024-01"});
  const Ran next = month.run({"export", "--from", "2024-01-01", "--to", "2024-02-29"});

  CHECK(january.out.find("- Read [alpha]") != std::string::npos);
  CHECK(next.out.find("planet.example") == std::string::npos);
}

TEST_CASE("an export gives the same bytes again, in one process too") {
  const std::vector<std::string> form =
      GENERATE(std::vector<std::string>{}, std::vector<std::string>{"--format", "json"},
               std::vector<std::string>{"--draft"}, std::vector<std::string>{"--full"});
  Month month;
  month.poll({"alpha", "beta", "delta", "golf"});
  std::vector<std::string> asked = {"export", "--month", "2024-01"};
  asked.insert(asked.end(), form.begin(), form.end());

  const std::string first = month.run(asked).out;

  CHECK(first.find("alpha") != std::string::npos);
  CHECK(month.run(asked).out == first);
}
