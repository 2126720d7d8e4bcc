// The ledger as editors meet it: issues closed, reopened, listed, and what that does to the
// next.
#include "cli/program.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <string>
#include <utility>
#include <vector>

using namespace collector::test;

namespace {

constexpr const char* kTags = "https://github.com/pier/libquay/releases/tag/";

struct Post {
  std::string title;
  std::string url;
  std::string day;  // "2024-01-18"
};

std::string atom(const std::vector<Post>& posts) {
  std::string feed = R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Pier</title>)";
  for (const Post& post : posts) {
    feed += "<entry><id>" + post.url + "</id><title>" + post.title + "</title><link href=\"" +
            post.url + "\"/><published>" + post.day + "T12:00:00Z</published></entry>";
  }
  return feed + "</feed>";
}

/// A small newsletter with a blog and a forge to follow, polled from a server of their own.
class Newsroom {
 public:
  Newsroom() {
    collector.write("feeds.yaml",
                    "settings: {allow_private_addresses: true}\n"
                    "newsletter: {preset: none, sections: [{name: articles, heading: Articles},"
                    " {name: libraries, heading: Libraries}]}\n"
                    "projects: [{name: libquay, section: libraries,"
                    " home: 'https://quay.example/',"
                    " repositories: ['https://github.com/pier/libquay']}]\n"
                    "feeds: [{name: Pier, url: '" +
                        server_.url("/blog") + "'}, {name: Tags, url: '" +
                        server_.url("/tags") + "'}]\n");
  }

  /// Polls both feeds, which now have these posts too.
  void publish(const std::vector<Post>& posts, const std::string& now) {
    for (const Post& post : posts)
      (post.url.find(kTags) == 0 ? tags_ : blog_).push_back(post);
    const Headers type{{"Content-Type", "application/atom+xml"}};
    server_.on("/blog", http_answer(200, type, atom(blog_)));
    server_.on("/tags", http_answer(200, type, atom(tags_)));
    CHECK(at(now, {"fetch", "--force"}).code == 0);
  }

  [[nodiscard]] Ran at(const std::string& now, std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--db", "news.db", "--config", "feeds.yaml", "--now",
                                       now + "T06:00:00Z"});
    return collector(arguments);
  }

  [[nodiscard]] std::string printed(const std::string& month) const {
    return at("2024-03-05", {"export", "--month", month}).out;
  }

  Program collector;

 private:
  HttpServer server_;
  std::vector<Post> blog_;
  std::vector<Post> tags_;
};

const Post kQuay{"libquay 1.0", std::string(kTags) + "v1.0", "2024-01-09"};
const Post kHarbour{"A walk through the harbour", "https://pier.example/walk", "2024-01-12"};
const Post kLate{"What the tide left behind", "https://pier.example/tide", "2024-01-30"};
const Post kFebruary{"A lighthouse is repainted", "https://pier.example/paint", "2024-02-11"};

}  // namespace

TEST_CASE("a closed issue prints what it printed, and no other issue prints it again") {
  Newsroom room;
  room.publish({kQuay, kHarbour}, "2024-02-01");
  const std::string before = room.printed("2024-01");
  const std::string json =
      room.at("2024-02-02", {"export", "--month", "2024-01", "--format", "json"}).out;

  const Ran closed = room.at("2024-02-02", {"issue", "close", "2024-01"});

  CHECK(closed.code == 0);
  CHECK(closed.out.empty());
  CHECK(closed.err == "closed 2024-01: 2 of 2 entries are from the store\n");
  room.publish({kLate, kFebruary}, "2024-02-20");
  CHECK(room.printed("2024-01") == before);
  CHECK(room.at("2024-02-21", {"export", "--month", "2024-01", "--format", "json"}).out ==
        json);
  const std::string both =
      room.at("2024-03-05", {"export", "--from", "2024-01-01", "--to", "2024-02-29"}).out;
  CHECK_THAT(both, ContainsSubstring("lighthouse") && ContainsSubstring("tide"));
  CHECK_THAT(both, !ContainsSubstring("harbour") && !ContainsSubstring("libquay"));
  CHECK_THAT(room.at("2024-03-05", {"list", "--all", "--state", "printed"}).out,
             ContainsSubstring("harbour"));
}

TEST_CASE("what came too late for a closed issue is offered to the next, and marked") {
  Newsroom room;
  room.publish({kHarbour}, "2024-02-01");
  CHECK(room.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);
  room.publish({kLate, kFebruary}, "2024-02-20");

  const std::string draft =
      room.at("2024-03-01", {"export", "--month", "2024-02", "--draft"}).out;

  CHECK_THAT(draft, ContainsSubstring("lighthouse") && ContainsSubstring("tide"));
  CHECK_THAT(draft, ContainsSubstring("<!-- late:") && !ContainsSubstring("harbour"));
  CHECK_THAT(room.printed("2024-02"), !ContainsSubstring("tide"));
}

TEST_CASE("a late copy under another address is no news unless an editor keeps it") {
  Newsroom room;
  const std::string title = "A long walk through the harbour";
  room.publish({{title, "https://pier.example/walk", "2024-01-30"}}, "2024-02-01");
  CHECK(room.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);

  room.publish({{title, "https://elsewhere.example/7", "2024-02-01"}, kFebruary}, "2024-02-20");

  CHECK_THAT(room.printed("2024-02"),
             ContainsSubstring("lighthouse") && !ContainsSubstring("harbour"));
  const std::string listed =
      room.at("2024-02-20", {"list", "--month", "2024-02", "--format", "tsv"}).out;
  const std::string id = listed.substr(listed.find('\n') + 1, 10);
  CHECK(room.at("2024-02-20", {"keep", id}).code == 0);
  CHECK_THAT(room.printed("2024-02"), ContainsSubstring("https://elsewhere.example/7"));
}

TEST_CASE("a reopened issue gives its items back and can be closed again") {
  Newsroom room;
  room.publish({kQuay, kHarbour}, "2024-02-01");
  CHECK(room.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);
  const Ran again = room.at("2024-02-03", {"issue", "close", "2024-01"});
  CHECK(again.code == 1);
  CHECK_THAT(again.err, ContainsSubstring("the issue 2024-01 is closed already"));
  room.publish({kLate}, "2024-02-04");

  CHECK(room.at("2024-02-05", {"issue", "reopen", "2024-01"}).code == 0);

  CHECK_THAT(room.printed("2024-01"), ContainsSubstring("tide"));
  CHECK(room.at("2024-02-05", {"issue", "reopen", "2024-01"}).code == 1);
  CHECK(room.at("2024-02-06", {"issue", "close", "2024-01"}).code == 0);
  const std::string list = room.at("2024-02-07", {"issue", "list"}).out;
  CHECK_THAT(list, ContainsSubstring("2024-01  2024-01-01  2024-01-31  2 "));
  CHECK_THAT(list, ContainsSubstring("2024-01  2024-01-01  2024-01-31  3 "));
  CHECK_THAT(room.at("2024-02-07", {"issue", "list", "--format", "json"}).out,
             ContainsSubstring("\"reopened\": \"2024-02-05T06:00:00Z\"") &&
                 ContainsSubstring("\"reopened\": null"));
  CHECK(room.at("2024-02-07", {"db", "check"}).code == 0);
}

TEST_CASE("an issue may have days of its own") {
  Newsroom room;
  room.publish({kQuay, kHarbour, kFebruary}, "2024-03-01");

  CHECK(room.at("2024-03-02",
                {"issue", "close", "2024-02", "--from", "2024-01-10", "--to", "2024-02-29"})
            .code == 0);

  CHECK_THAT(room.printed("2024-02"),
             ContainsSubstring("harbour") && ContainsSubstring("lighthouse"));
  CHECK(room.printed("2024-02") ==
        room.at("2024-03-02", {"export", "--from", "2024-01-10", "--to", "2024-02-29"}).out);
  const std::string january = room.printed("2024-01");
  CHECK_THAT(january, ContainsSubstring("libquay") && !ContainsSubstring("harbour"));
}

TEST_CASE("--final closes with what was kept only") {
  Newsroom room;
  room.publish({kQuay, kHarbour}, "2024-02-01");
  const std::string ids = room.at("2024-02-01", {"list", "harbour", "--format", "tsv"}).out;
  const std::string id = ids.substr(ids.find('\n') + 1, 10);
  CHECK(room.at("2024-02-01", {"keep", id}).code == 0);

  CHECK(room.at("2024-02-02", {"issue", "close", "2024-01", "--final"}).code == 0);

  CHECK_THAT(room.printed("2024-01"),
             ContainsSubstring("harbour") && !ContainsSubstring("libquay"));
  CHECK_THAT(room.at("2024-03-01", {"export", "--month", "2024-02", "--draft"}).out,
             ContainsSubstring("libquay"));
}

TEST_CASE("an issue of nothing is not closed, and what is undecided is named") {
  Newsroom newsroom;
  newsroom.publish({kQuay, kHarbour}, "2024-02-01");
  const auto closed = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"issue", "close"});
    return newsroom.at("2024-02-02", options);
  };

  const Ran none_kept = closed({"2024-01", "--final"});
  const Ran none_there = closed({"2023-07"});

  CHECK(none_kept.code == 1);
  CHECK(is_one_line(none_kept.err));
  CHECK_THAT(none_kept.err, ContainsSubstring("2 undecided"));
  CHECK(none_there.code == 1);
  CHECK_THAT(none_there.err, ContainsSubstring("nothing to print"));
  CHECK(newsroom.at("2024-02-02", {"issue", "list", "--format", "json"}).out == "[]\n");
}

TEST_CASE("days that an issue has printed are not closed as another of nothing") {
  Newsroom room;
  room.publish({kQuay, kHarbour}, "2024-02-01");
  REQUIRE(room.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);

  const Ran other = room.at("2024-03-02", {"issue", "close", "2024-02", "--from", "2024-01-01",
                                           "--to", "2024-01-31"});

  CHECK(other.code == 1);
  CHECK_THAT(other.err, ContainsSubstring("2024-02: there is nothing to print"));
  CHECK_THAT(room.at("2024-03-02", {"issue", "list"}).out, !ContainsSubstring("2024-02 "));
}

TEST_CASE("an issue is closed like the file that was printed") {
  Newsroom room;
  room.publish({kQuay, kHarbour, kFebruary}, "2024-02-12");
  const std::string text =
      "---\ntitle: News\n---\n\nRead [last month](https://news.example/12).\n\n## Articles\n\n"
      "- A [walk](http://www.pier.example/walk/?utm_source=news) by the sea\n"
      "- [Elsewhere](https://elsewhere.example/post)\n\n"
      "## Software\n\n### Free Libraries\n\n"
      "- [libquay](https://quay.example/) version [1.0](" +
      std::string(kTags) + "v1.0) and [1.1](https://quay.example/news/1.1) are out\n";
  const std::string file = room.collector.write("printed.md", text);

  const Ran closed = room.at("2024-02-12", {"issue", "close", "2024-01", "--like", file});

  CHECK(closed.err == "closed 2024-01: 2 of 3 entries are from the store\n");
  CHECK(room.printed("2024-01") == text);
  const std::string json =
      room.at("2024-02-12", {"export", "--month", "2024-01", "--format", "json"}).out;
  CHECK_THAT(json, ContainsSubstring("\"month\": \"2024-01\"") &&
                       ContainsSubstring("\"url\": \"https://elsewhere.example/post\"") &&
                       ContainsSubstring("\"markdown\": \"[Elsewhere]("));
  room.publish({{"libquay 1.1", std::string(kTags) + "v1.1", "2024-02-13"},
                {"Elsewhere, too", "https://elsewhere.example/post", "2024-02-14"},
                {"libquay 1.2", std::string(kTags) + "v1.2", "2024-02-15"}},
               "2024-02-20");
  const std::string february = room.printed("2024-02");
  CHECK_THAT(february, ContainsSubstring("lighthouse") && ContainsSubstring("1.2"));
  CHECK_THAT(february, !ContainsSubstring("lsewhere") && !ContainsSubstring("v1.1)"));
}

TEST_CASE("changes are told from the last release that was printed") {
  Newsroom room;
  room.publish({kQuay}, "2024-02-01");
  CHECK(room.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);
  room.publish({{"libquay 1.1", std::string(kTags) + "v1.1", "2024-02-13"}}, "2024-02-20");

  CHECK_THAT(room.printed("2024-02"),
             ContainsSubstring("https://github.com/pier/libquay/compare/v1.0...v1.1"));
}

TEST_CASE("a slip is told: the same news in two issues") {
  Newsroom room;
  room.publish({kHarbour}, "2024-02-01");
  CHECK(room.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);
  const std::string file = room.collector.write(
      "printed.md", "## Articles\n\n- [A walk](https://pier.example/walk)\n");

  const Ran again = room.at("2024-03-02", {"issue", "close", "2024-02", "--like", file});

  CHECK(again.code == 0);
  CHECK_THAT(again.err, ContainsSubstring("\"A walk\" was printed in 2024-01 already"));
  CHECK(room.at("2024-03-03", {"issue", "reopen", "2024-01"}).code == 0);
  CHECK_THAT(room.at("2024-03-03", {"list", "--all", "--state", "printed"}).out,
             ContainsSubstring("harbour"));
  CHECK(room.at("2024-03-03", {"db", "check"}).code == 0);
}

TEST_CASE("an issue is asked for in one line") {
  Newsroom room;
  room.publish({kQuay}, "2024-02-01");
  CHECK(room.at("2024-02-02", {"issue", "close", "January"}).code == 2);
  CHECK(room.at("2024-02-02", {"issue", "close", "2024-01", "--from", "2024-01-01"}).code == 2);
  const Ran missing = room.at("2024-02-02", {"issue", "close", "2024-01", "--like", "no.md"});
  CHECK(missing.code == 1);
  CHECK_THAT(missing.err, ContainsSubstring("no.md: there is no such file"));
  const std::string notes = room.collector.write("notes.md", "# Notes\n\nAsk Ada.\n");
  const Ran other = room.at("2024-02-02", {"issue", "close", "2024-01", "--like", notes});
  CHECK(other.code == 1);
  CHECK_THAT(other.err, ContainsSubstring("notes.md: no entry of a newsletter is in it"));
  CHECK(room.at("2024-02-02", {"issue", "list", "--format", "json"}).out == "[]\n");
}

TEST_CASE("--full writes the whole post in the frame of the last one") {
  Newsroom news;
  news.publish({kHarbour, kFebruary}, "2024-03-02");
  news.collector.write(
      "last.md",
      "---\ntitle: News January 2024\ndate: 2024-02-05\ncategories: [News]\n---\n\n"
      "This issue covers the month of January 2024.\n\n## Articles\n\n"
      "- [Old](https://old.example/)\n\n## License\n\nFree.\n");

  const Ran whole =
      news.at("2024-03-04", {"export", "--month", "2024-02", "--full", "--like", "last.md"});

  CHECK(whole.code == 0);
  CHECK_THAT(whole.out, StartsWith("---\ntitle: News February 2024\ndate: 2024-03-04\n"
                                   "categories: [News]\n---\n"));
  CHECK_THAT(whole.out, ContainsSubstring("covers the month of February 2024."));
  CHECK_THAT(whole.out, ContainsSubstring("A lighthouse is repainted"));
  CHECK_THAT(whole.out, !ContainsSubstring("old.example"));
  CHECK(whole.out.ends_with("## License\n\nFree.\n"));
  CHECK_THAT(news.at("2024-05-04", {"export", "--month", "2024-02", "--full"}).out,
             ContainsSubstring("date: 2024-03-05\n"));
}

TEST_CASE("what --full cannot do is told in one line") {
  const Newsroom news;
  const auto told = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"export", "--month", "2024-02"});
    const Ran ran = news.at("2024-03-04", std::move(arguments));
    return std::to_string(ran.code) + " " + ran.err;
  };
  CHECK_THAT(told({"--like", "last.md"}), StartsWith("2 ") && ContainsSubstring("--full"));
  CHECK_THAT(told({"--full", "--format", "json"}), StartsWith("2 "));
}

TEST_CASE("a late arrival is offered even when its month was closed long ago") {
  Newsroom news;
  news.publish({kQuay}, "2024-02-01");
  REQUIRE(news.at("2024-02-05", {"issue", "close", "2024-01"}).code == 0);
  news.publish({kFebruary}, "2024-03-01");
  REQUIRE(news.at("2024-03-05", {"issue", "close", "2024-02"}).code == 0);
  news.publish({kHarbour}, "2024-03-20");  // dated in January

  const Ran draft = news.at("2024-04-02", {"export", "--month", "2024-03", "--draft"});

  CHECK_THAT(draft.out, ContainsSubstring("A walk through the harbour") &&
                            ContainsSubstring(
                                "<!-- late: came when the issue of its days was closed -->"));
  CHECK_THAT(draft.out, !ContainsSubstring("lighthouse"));
}
