#include "cli/cli.h"
#include "cli/program.h"
#include "core/json.h"
#include "store/run_lock.h"
#include "support/catch.h"

#include <algorithm>
#include <iostream>
#include <map>

using collector::Json;
using collector::parse_json;
using namespace collector::test;

TEST_CASE("help and version go to standard output and end well") {
  const Program collector;

  for (const std::string option : {"--help", "--version"}) {
    const Ran ran = collector({option});
    CHECK(ran.code == 0);
    CHECK_FALSE(ran.out.empty());
    CHECK(ran.err.empty());
  }
  CHECK_THAT(collector({"--version"}).out, StartsWith("collector "));
}

TEST_CASE("help that cannot be written is no success") {
  const Captured errors(std::cerr);
  std::streambuf* before = std::cout.rdbuf(nullptr);  // takes nothing
  const collector::ExitCode code = collector::run_cli({"list", "--help"});
  std::cout.rdbuf(before);

  CHECK(code == collector::ExitCode::Failed);
  CHECK_THAT(errors.text(), ContainsSubstring("is the disk full?"));
}

TEST_CASE("help is a command, too, as git has it") {
  const Program collector;
  CHECK(collector({"help"}).out == collector({"--help"}).out);
  CHECK(collector({"help", "list"}).out == collector({"list", "--help"}).out);
  CHECK(collector({"help", "feeds", "add"}).out == collector({"feeds", "add", "--help"}).out);
}

TEST_CASE("every command of the help has a help of its own") {
  const Program collector;
  for (const std::string command :
       {"init", "fetch", "status", "feeds", "projects", "list", "show", "explain", "keep",
        "drop", "move", "edit", "merge", "split", "note", "undo", "log"}) {
    INFO(command);
    const Ran ran = collector({command, "--help"});

    CHECK(ran.code == 0);
    CHECK_THAT(ran.out, StartsWith("Usage: collector " + command));
    CHECK_THAT(collector({"--help"}).out, ContainsSubstring("\n  " + command + " "));
  }
}

TEST_CASE("a misused command line is one line and exit code 2") {
  const Program collector;
  const auto arguments = GENERATE(
      std::vector<std::string>{}, std::vector<std::string>{"lst"},
      std::vector<std::string>{"list", "--nonsense"}, std::vector<std::string>{"show"},
      std::vector<std::string>{"list", "--state", "pruned"},
      std::vector<std::string>{"status", "--format", "xml"}, std::vector<std::string>{"feeds"},
      std::vector<std::string>{"--now", "soon", "status"},
      std::vector<std::string>{"fetch", "--max-time", "soon"});

  const Ran ran = collector(arguments);

  CHECK(ran.code == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, StartsWith("collector: "));
  CHECK(is_one_line(ran.err));
}

TEST_CASE("a mistyped command is told the one that was meant") {
  const Program collector;

  CHECK_THAT(collector({"fecth"}).err, ContainsSubstring("did you mean \"fetch\"?"));
  CHECK_THAT(collector({"--nonsense"}).err, ContainsSubstring("there is no option --nonsense"));
}

TEST_CASE("a misuse is told in plain words, and whose help tells more") {
  const Program collector;
  const auto refused = [&](const std::vector<std::string>& arguments) {
    const Ran ran = collector(arguments);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    return ran.err;
  };

  CHECK(refused({"list", "--monht=2024-01"}) ==
        "collector: there is no option --monht; did you mean \"--month\"?; see 'collector list "
        "--help'\n");
  CHECK(refused({"feeds", "lsit"}) ==
        "collector: there is no command \"lsit\"; did you mean \"list\"?; see 'collector feeds "
        "--help'\n");
  CHECK(refused({"help", "fecth"}) == refused({"fecth"}));
  CHECK(collector({"news.db", "--help"}).out ==
        collector({"--help"}).out);  // completions ask so
  CHECK_THAT(refused({"fetch", "planet"}), ContainsSubstring("\"planet\" is one argument too"));
  CHECK_THAT(refused({"fetch", "--jobs", "x"}),
             ContainsSubstring("--jobs: wants a whole number, got \"x\""));
  CHECK_THAT(refused({"fetch", "--jobs", "+-5"}), ContainsSubstring("wants a whole number"));
  for (const char* count : {"0", "10001", "1073741824"})
    CHECK_THAT(refused({"fetch", "--jobs", count}),
               ContainsSubstring("--jobs: wants a whole number from 1 to 10000"));
  CHECK_THAT(collector({"fetch", "--jobs", "+5"}).err, !ContainsSubstring("--jobs"));
  CHECK_THAT(refused({"list", "--format", "xml"}),
             ContainsSubstring("--format: wants table, json or tsv, got \"xml\""));
  CHECK_THAT(refused({"list", "--month"}), ContainsSubstring("--month: wants a value"));
  CHECK_THAT(refused({"lint", ""}), StartsWith("collector: FILE: is empty"));
  CHECK_THAT(refused({"list", "--month", "2024-01", "--month", "2024-02"}),
             ContainsSubstring("--month: is given twice"));
}

TEST_CASE("a complaint is one line without control characters, whatever was asked") {
  const Program collector;
  const std::string nasty = "a\x1b[31m\nb";
  const std::string file = collector.write("bad.xml",
                                           "<\xE2\x80\xAE"
                                           "feed/>");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{nasty},
                                                    {"list", "--" + nasty},
                                                    {"lint", nasty},
                                                    {"parse", nasty},
                                                    {"parse", file},
                                                    {"--db", nasty, "list"}}) {
    const Ran ran = collector(arguments);
    INFO(ran.err);
    CHECK(ran.code != 0);
    CHECK(is_one_line(ran.err));
    CHECK(ran.err.find('\x1b') == std::string::npos);
    CHECK(ran.err.find("\xE2\x80\xAE") == std::string::npos);
  }
}

TEST_CASE("global options are taken before and after the command") {
  const Program collector;
  const std::string file = collector.write("other.yaml", "feeds: []\n");

  CHECK(collector({"--config", file, "feeds", "check", "--offline"}).code == 0);
  CHECK(collector({"feeds", "--config", file, "check", "--offline"}).code == 0);
  CHECK(collector({"feeds", "check", "--offline", "--config", file}).code == 0);
}

TEST_CASE("a wrong configuration is one line with its place, and exit code 6") {
  const Program collector;
  collector.write("feeds.yaml", "feeds:\n  - name: planet\n    ulr: https://example.org/\n");

  const Ran ran = collector({"fetch"});

  CHECK(ran.code == 6);
  CHECK(ran.err ==
        "collector: feeds.yaml:3:5: feed \"planet\": unknown key \"ulr\"; did you mean "
        "\"url\"?\n");
}

TEST_CASE("without a configuration there is nothing to fetch, and the way on is shown") {
  const Program collector;

  const Ran ran = collector({"fetch"});

  CHECK(ran.code == 6);
  CHECK_THAT(ran.err, ContainsSubstring("collector init"));
}

TEST_CASE("init writes a configuration that can be read, and never over another") {
  const Program collector;

  CHECK(collector({"init"}).code == 0);
  CHECK(collector({"feeds", "check", "--offline"}).code == 0);
  const Ran again = collector({"init"});
  CHECK(again.code == 1);
  CHECK_THAT(again.err, ContainsSubstring("feeds.yaml"));
}

TEST_CASE("init for a newsletter of one's own stands on nothing, and says what comes next") {
  const Program collector;

  REQUIRE(collector({"init", "--preset", "none"}).code == 0);

  CHECK(collector({"projects", "list", "--format", "json"}).out == "[]\n");
  CHECK_THAT(collector({"feeds", "check"}).err, ContainsSubstring("feeds add"));
  const Ran fetched = collector({"fetch", "--db", collector.path("news.db")});
  CHECK(fetched.code == 0);
  CHECK_THAT(fetched.err, ContainsSubstring("feeds add"));
  CHECK(collector({"-q", "fetch", "--db", collector.path("news.db")}).err.empty());
  CHECK(collector({"init", "--preset", "mine"}).code == 2);
}

TEST_CASE("a database that is not there is trouble, neither 0 nor 3") {
  const Program collector;

  const Ran ran = collector({"status", "--db", collector.path("none.db")});

  CHECK(ran.code == 1);
  CHECK(is_one_line(ran.err));
}

TEST_CASE("status tells of feeds that the configuration keeps from being asked") {
  const Program collector;
  const std::string database = collector.path("news.db");
  const auto configure = [&](const std::string& feeds) {
    collector.write("feeds.yaml", "settings: {timeout: 2s}\nfeeds:\n" + feeds);
  };
  const std::string pier = "  - {name: Pier, url: 'http://127.0.0.1:1/pier'";
  const std::string quay = "  - {name: Quay, url: 'http://127.0.0.1:1/quay'";
  configure(pier + "}\n" + quay + "}\n" + "  - {name: Off, url: 'http://127.0.0.1:1/'}\n");
  CHECK(collector({"fetch", "--db", database}).code == 3);
  configure(pier + "}\n" + quay + ", enabled: false}\n");

  const Ran asked = collector({"fetch", "--db", database, "--only", "Quay", "--force"});
  const Ran table = collector({"status", "--db", database});
  const Ran json = collector({"status", "--db", database, "--format", "json"});

  CHECK(asked.code == 0);
  CHECK_THAT(asked.err, ContainsSubstring("Quay: switched off in the configuration"));
  CHECK_THAT(table.out, ContainsSubstring("failed 1x"));
  CHECK_THAT(table.out, ContainsSubstring("not in the configuration any more"));
  std::map<std::string, std::string> shown;
  const Json feeds = parse_json(json.out).value();
  for (const Json& feed : feeds.elements()) {
    const std::string next = feed["next_check"].is_null() ? "never" : "soon";
    shown[feed["name"].text()] = next + (feed["disabled"] == Json(true) ? " disabled" : "");
  }
  CHECK(shown == std::map<std::string, std::string>{
                     {"Off", "never"}, {"Pier", "soon"}, {"Quay", "never disabled"}});
}

TEST_CASE("a feed that nobody knows is named with its option and the nearest one") {
  const Program collector;
  collector.write("feeds.yaml", "feeds: [{name: Quay, url: 'http://127.0.0.1:1/'}]\n");
  std::vector<std::string> arguments{"fetch", "--db", collector.path("news.db"), "--only",
                                     "Quai"};
  if (GENERATE(false, true)) arguments.emplace_back("--dry-run");

  const Ran ran = collector(arguments);

  CHECK(ran.code == 2);
  CHECK_THAT(ran.err, ContainsSubstring("--only: there is no feed \"Quai\"; did you mean"));
}

TEST_CASE("a database that is kept nowhere is refused before anything is fetched") {
  const Program collector;
  collector.write("feeds.yaml", "feeds: []\n");

  const Ran ran = collector({"fetch", "--db", ":memory:"});

  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("ends with the run"));
  CHECK_FALSE(std::filesystem::exists(collector.path(":memory:.lock")));
}

TEST_CASE("who may reach the review is judged where it was said") {
  const Program collector;
  const std::string database = collector.path("news.db");
  const std::string file =
      collector.write("feeds.yaml", "serve:\n  listen: 0.0.0.0:0\nfeeds: []\n");
  CHECK(collector({"fetch", "--db", database}).code == 0);

  const Ran said = collector({"serve", "--config", file, "--db", database});
  CHECK(said.code == 6);
  CHECK_THAT(said.err, ContainsSubstring("feeds.yaml:2:11: serve: \"listen\": 0.0.0.0 can"));
  const Ran checked = collector({"feeds", "check", "--offline", "--config", file});
  CHECK(checked.code == 0);
  CHECK_THAT(checked.err, ContainsSubstring("feeds.yaml:2:11: serve: \"listen\": 0.0.0.0 can"));
  const Ran asked = collector({"serve", "--listen", "0.0.0.0:0", "--db", database});
  CHECK(asked.code == 2);
  CHECK_THAT(asked.err, ContainsSubstring("--listen: 0.0.0.0 can"));
}

TEST_CASE("quiet says nothing when all went well") {
  const Program collector;
  collector.write("feeds.yaml", "feeds: []\n");

  const Ran ran = collector({"fetch", "-q"});

  CHECK(ran.code == 0);
  CHECK(ran.out.empty());
  CHECK(ran.err.empty());
}

TEST_CASE("the password of a feed is never shown") {
  const Program collector;
  collector.write("feeds.yaml",
                  "settings: {allow_private_addresses: true, timeout: 2s}\n"
                  "feeds:\n"
                  "  - {name: guarded, url: \"http://editor:geheim@127.0.0.1:1/feed\"}\n");

  for (const Ran& ran :
       {collector({"fetch", "-v"}), collector({"fetch", "--dry-run", "--force"}),
        collector({"status", "--format", "json"}), collector({"status"}),
        collector({"feeds", "list"}), collector({"feeds", "list", "--format", "json"})}) {
    CHECK_THAT(ran.out + ran.err, ContainsSubstring("guarded"));
    CHECK_THAT(ran.out + ran.err, !ContainsSubstring("geheim"));
  }
}

TEST_CASE("the password of an address that is refused is not shown either") {
  const auto key = GENERATE(as<std::string>(), "url", "home");
  const auto address =
      GENERATE(as<std::string>(), "https://me:geheim@127.0.0.1:1/ x",
               "ftp://me:geheim@127.0.0.1:1/", "https://me:geheim@127.0.0.1 x");
  const Program collector;
  const std::string given = key == "url" ? "" : "url: https://127.0.0.1:1/, ";
  const std::string file = collector.write(
      "feeds.yaml", "feeds: [{name: A, " + given + key + ": \"" + address + "\"}]\n");
  const std::string fine = collector.write("fine.yaml", "feeds: []\n");

  for (const Ran& ran :
       {collector({"fetch"}), collector({"feeds", "check", "--offline"}),
        collector({"feeds", "add", address, "--config", fine}), collector({"feeds", address}),
        collector({"feeds", "discover", address.substr(address.find("me:")), "--config", fine}),
        collector({"add", address, "--config", fine})}) {
    CHECK(ran.code != 0);
    CHECK_THAT(ran.out + ran.err, ContainsSubstring("127.0.0.1"));
    CHECK_THAT(ran.out + ran.err, !ContainsSubstring("geheim"));
  }
}

TEST_CASE("a mistyped database is not made by those who would change what is in it") {
  const Program collector;
  const std::string config = collector.write("feeds.yaml", "feeds: []\n");
  const std::string database = collector.path("mistyped.db");

  for (const std::vector<std::string>& asked :
       std::vector<std::vector<std::string>>{{"db", "migrate"},
                                             {"classify", "--reapply"},
                                             {"keep", "d63f"},
                                             {"issue", "close", "2024-01"},
                                             {"issue", "reopen", "2024-01"}}) {
    std::vector<std::string> arguments = asked;
    arguments.insert(arguments.end(), {"--db", database, "--config", config});
    const Ran ran = collector(arguments);
    CHECK(ran.code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("mistyped.db: there is no such database"));
    CHECK(is_one_line(ran.err));
    CHECK_FALSE(std::filesystem::exists(database));
    CHECK_FALSE(std::filesystem::exists(database + ".lock"));
  }
}

TEST_CASE("completion is there for three shells and no other") {
  const Program collector;
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const Ran ran = collector({"completion", shell});
    CHECK(ran.code == 0);
    CHECK_THAT(ran.out, ContainsSubstring(shell + " completion for collector"));
  }

  CHECK(collector({"completion", "tcsh"}).code == 2);
}

TEST_CASE("a dry run names the feeds and makes nothing") {
  const Program collector;
  collector.write(
      "feeds.yaml",
      "feeds:\n  - name: planet\n    url: https://me:secret@planet.example.org/feed\n");

  const Ran ran = collector({"fetch", "--dry-run", "--db", collector.path("news.db")});

  CHECK(ran.code == 0);
  CHECK_THAT(ran.out, StartsWith("planet\thttps://"));
  CHECK_THAT(ran.out, ContainsSubstring("\tnever asked before\n"));
  CHECK_THAT(ran.out, !ContainsSubstring("secret"));
  CHECK_FALSE(std::filesystem::exists(collector.path("news.db")));
}

TEST_CASE("a fetch that finds another run at work touches nothing") {
  const Program collector;
  collector.write("feeds.yaml", "feeds: []\n");
  const std::string database = collector.path("news.db");
  const collector::RunLock other(database, collector::seconds{0});

  const Ran ran = collector({"fetch", "--wait", "0", "--db", database});

  CHECK(ran.code == 5);
  CHECK(is_one_line(ran.err));
  CHECK_FALSE(std::filesystem::exists(database));
}

TEST_CASE("a feed that fails is one line with its name, its cause and its address") {
  const Program collector;
  collector.write("feeds.yaml",
                  "settings: {timeout: 5s}\n"
                  "feeds:\n  - name: private\n    url: http://127.0.0.1:9/feed\n");

  const Ran ran = collector({"fetch", "-q", "--db", collector.path("news.db")});

  CHECK(ran.code == 3);
  CHECK_THAT(ran.err, StartsWith("private: "));
  CHECK_THAT(ran.err, ContainsSubstring("(http://127.0.0.1:9/feed)\n"));
}
