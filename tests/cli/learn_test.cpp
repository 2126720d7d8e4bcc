#include "cli/program.h"
#include "core/read_file.h"
#include "support/catch.h"

#include <fmt/format.h>

using namespace collector::test;

namespace {

constexpr const char* kLines =
    R"({"title": "Gajim 2.0.1", "url": "https://gajim.org/posts/gajim-2.0.1-released/"})"
    "\n\n"
    R"({"title": "XEP-0001", "url": "https://xmpp.org/extensions/xep-0001.html", "feed": null})"
    "\n";

void write_issue(const Program& collector, int number, const std::string& posts,
                 const std::string& releases) {
  const std::string day = fmt::format("20{:02}-03-05", 10 + number);
  collector.write("issues/" + day + "-newsletter.md",
                  fmt::format("---\ntitle: Harbour\ndate: {0}\n---\n\n{2}\n\n"
                              "- [How to moor](https://school.example/{1})\n\n"
                              "{3}\n\n"
                              "- [Quay](https://quay.example/) has released version "
                              "[1.{1}](https://github.com/harbour/quay/releases/tag/v1.{1}).\n",
                              day, number, posts, releases));
}

constexpr const char* kArticles = "## XMPP Articles";
constexpr const char* kClients = "## XMPP Software News\n\n### XMPP Clients and Applications";

/// Issues that file Quay's releases under clients and the school's posts under articles.
void write_issues(const Program& collector, int count) {
  for (int number = 0; number < count; ++number)
    write_issue(collector, number, kArticles, kClients);
}

/// The same, every other one the other way round.
void muddle_issues(const Program& collector, int count) {
  for (int number = 0; number < count; number += 2)
    write_issue(collector, number, kClients, kArticles);
}

}  // namespace

TEST_CASE("classify answers line for line, and says why") {
  const Program collector;
  collector.write("feeds.yaml", "feeds: []\n");
  const std::string file = collector.write("items.jsonl", kLines);

  const Ran json = collector({"classify", file});
  const Ran text = collector({"classify", "--format", "text", file});

  CHECK(json.code == 0);
  CHECK_THAT(json.out, StartsWith("{\"section\":\"clients\",\"confidence\":"));
  CHECK_THAT(json.out, ContainsSubstring("\n{\"section\":\"extensions\","));
  CHECK_THAT(json.out, ContainsSubstring("\"reasons\":[\"a release of Gajim"));
  CHECK(text.code == 0);
  CHECK_THAT(text.out, ContainsSubstring("extensions"));
}

TEST_CASE("a line that is no item is named, and classify is told what it lacks") {
  const Program collector;
  const std::string file = collector.write("items.jsonl", "{\"title\": \"a\"}\nnone\n");

  const Ran ran = collector({"classify", file});

  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("items.jsonl:2: wants a JSON object"));
  CHECK(collector({"classify"}).code == 2);
  CHECK(collector({"classify", "--reapply", file}).code == 2);
  CHECK(collector({"classify", "--dry-run", file}).code == 2);
  CHECK(collector({"classify", collector.path("none.jsonl")}).code == 1);
}

TEST_CASE("learn keeps the newer model unless it is clearly worse, and records the issues") {
  const Program collector;
  write_issues(collector, 12);
  const std::string item = collector.write(
      "item.jsonl",
      "{\"title\": \"9.9\", \"url\": \"https://github.com/harbour/quay/releases/tag/v9.9\"}\n");

  const Ran first = collector({"learn", collector.path("issues")});
  const Ran again = collector({"learn", collector.path("issues")});
  muddle_issues(collector, 12);
  const Ran worse = collector({"learn", collector.path("issues")});
  write_issues(collector, 12);
  const Ran forced = collector({"learn", "--force", collector.path("issues")});

  CHECK(first.code == 0);
  CHECK_THAT(first.out, ContainsSubstring("12 issues with 24 items"));
  CHECK_THAT(first.out, ContainsSubstring("24 of 24 right (100.0 %)"));
  CHECK_THAT(first.out, ContainsSubstring("The new model is in use"));
  CHECK_THAT(first.out, ContainsSubstring("12 issues put on record"));
  CHECK_THAT(again.out, ContainsSubstring("The new model is in use"));
  CHECK_THAT(again.out, ContainsSubstring("0 issues put on record"));
  CHECK_THAT(worse.out, ContainsSubstring("it stays"));
  CHECK_THAT(forced.out, ContainsSubstring("The new model is in use"));
  CHECK_THAT(collector({"classify", item}).out, StartsWith("{\"section\":\"clients\""));
  CHECK_THAT(collector({"issue", "list"}).out, ContainsSubstring("2021-02"));
  CHECK(collector({"learn", collector.path("none")}).code == 1);
}

TEST_CASE("a model takes the place of another one, and of nothing else") {
  const Program collector;
  write_issues(collector, 12);
  const std::string file = collector.path("model.txt");
  const auto learned = [&] {
    return collector({"learn", "--output", file, collector.path("issues")}).code;
  };

  CHECK(learned() == 0);
  CHECK(learned() == 0);
  collector.write("model.txt", "# Which model to take\n");
  CHECK(learned() == 1);
  CHECK(collector::read_file(file) == "# Which model to take\n");
}

TEST_CASE("issues that are too few to learn from are put on record all the same") {
  const Program collector;
  write_issues(collector, 3);

  const Ran ran = collector({"learn", collector.path("issues")});

  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("too little to learn from: 3 issues"));
  CHECK_THAT(ran.out, StartsWith("3 issues put on record"));
  CHECK_THAT(collector({"issue", "list"}).out, ContainsSubstring("2012-02"));
}

TEST_CASE("another newsletter's first model is kept, however good XMPP's was") {
  const Program collector;
  collector.write("feeds.yaml",
                  "newsletter:\n  preset: none\n  sections:\n"
                  "    - {name: shore, heading: Shore}\n    - {name: sea, heading: Sea}\n"
                  "feeds: []\n");
  for (int number = 0; number < 12; ++number) {
    collector.write(fmt::format("issues/20{}-03-05-notes.md", 10 + number),
                    fmt::format("## Shore\n\n- [A day](https://a.example/{0})\n"
                                "- [A day](https://b.example/{0})\n\n"
                                "## Sea\n\n- [A day](https://b.example/x{0})\n",
                                number));
  }

  const Ran ran = collector({"learn", collector.path("issues")});

  CHECK(ran.code == 0);
  CHECK_THAT(ran.out, ContainsSubstring("12 issues with 36 items"));
  CHECK_THAT(ran.out, !ContainsSubstring("36 of 36 right"));
  CHECK_THAT(ran.out, ContainsSubstring("The new model is in use"));
}

TEST_CASE("issues without any of the newsletter's headings are told as such") {
  const Program collector;
  write_issues(collector, 12);
  collector.write("feeds.yaml",
                  "newsletter:\n  preset: none\n  sections:\n"
                  "    - {name: sea, heading: Sea}\nfeeds: []\n");

  const Ran ran = collector({"learn", collector.path("issues")});

  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("12 issues were read, but none has entries under"));
}

TEST_CASE("backtest says what a store without news would have missed") {
  const Program collector;
  write_issues(collector, 12);
  collector.write("feeds.yaml",
                  "feeds:\n  - name: school\n    url: https://school.example/feed\n");
  REQUIRE(collector({"learn", collector.path("issues")}).code == 0);

  const Ran ran = collector({"backtest", collector.path("issues")});
  const Ran items = collector({"backtest", "--items", collector.path("issues")});
  const Ran one =
      collector({"backtest", "--items", "--month", "2012-02", collector.path("issues")});
  const Ran none = collector({"backtest", "--month", "1999-01", collector.path("issues")});

  CHECK(ran.code == 0);
  CHECK_THAT(ran.out, ContainsSubstring("SECTION"));
  CHECK_THAT(ran.out, ContainsSubstring("school"));
  CHECK_THAT(items.out, ContainsSubstring("2012-02\tclients\tno feed\tQuay has released"));
  CHECK_THAT(items.out, ContainsSubstring("2012-02\tarticles\tnot listed\tHow to moor"));
  CHECK_THAT(one.out, ContainsSubstring("2012-02\tclients"));
  CHECK_THAT(one.out, !ContainsSubstring("2013-02\tclients"));
  CHECK(none.code == 1);
  CHECK_THAT(none.err, ContainsSubstring("has no issue about 1999-01"));
}
