#include "cli/program.h"
#include "core/json.h"
#include "support/catch.h"
#include "support/http_server.h"

using collector::Json;
using collector::parse_json;
using namespace collector::test;

namespace {

constexpr const char* kPage =
    R"(<html lang="de"><head><title>Anlegen | Hafenblog</title>
       <meta property="og:title" content="Anlegen leicht gemacht">
       <meta name="author" content="Ann Chor">
       <meta property="article:published_time" content="2024-01-03T09:00:00Z">
       <link rel="alternate" type="application/rss+xml" href="/feed"></head></html>)";

Json::Array items(const Program& collector) {
  const Ran ran =
      collector({"list", "--all", "--format", "json", "--db", collector.path("news.db")});
  return parse_json(ran.out).value().elements();
}

/// A page with a feed, a program that may ask for it.
struct Desk {
  Desk() {
    server.on("/post", http_answer(200, {{"Content-Type", "text/html"}}, kPage));
    server.on("/feed", http_answer(200, {},
                                   "<rss version='2.0'><channel><title>Hafen</title><item>"
                                   "<title>x</title></item></channel></rss>"));
    collector.write("feeds.yaml",
                    "settings: {allow_private_addresses: true, timeout: 10s}\nfeeds: []\n");
  }

  Ran add(std::vector<std::string> rest) const {
    std::vector<std::string> all{
        "add", server.url("/post"), "--db", collector.path("news.db"), "--as", "Bo"};
    all.insert(all.end(), rest.begin(), rest.end());
    return collector(all);
  }

  HttpServer server;
  Program collector;
};

}  // namespace

TEST_CASE("a page without title and text is not added by its address") {
  Desk desk;
  desk.server.on("/bare", http_answer(200, {{"Content-Type", "text/html"}}, "<html></html>"));
  const auto add = [&](std::vector<std::string> rest) {
    std::vector<std::string> all{
        "add", desk.server.url("/bare"), "--db", desk.collector.path("news.db"), "--as", "Bo"};
    all.insert(all.end(), rest.begin(), rest.end());
    return desk.collector(all);
  };

  const Ran ran = add({});

  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("the page has no title; give one with --title"));
  CHECK(add({"--title", "Bare"}).code == 0);
}

TEST_CASE("a page is added by what it says of itself, and its feed offered") {
  const Desk desk;

  const Ran ran = desk.add({"--section", "articles"});

  CHECK(ran.code == 0);
  CHECK_THAT(ran.err, ContainsSubstring("collector feeds add '" + desk.server.url("/feed")));
  const Json::Array all = items(desk.collector);
  REQUIRE(all.size() == 1);
  CHECK(ran.out == all.at(0)["id"].text() + "\n");
  CHECK(all.at(0)["title"] == "Anlegen leicht gemacht");
  CHECK(all.at(0)["published"] == "2024-01-03T09:00:00Z");
  CHECK(all.at(0)["language"] == "de");
  CHECK(all.at(0)["section"] == "articles");
  CHECK(all.at(0)["state"] == "kept");
  CHECK(all.at(0)["feed"] == "");
}

TEST_CASE("a page added twice is there once, and what is given wins over the page") {
  const Desk desk;
  CHECK(desk.add({"--title", "Landing", "--date", "2024-02-05", "--language", "en"}).code == 0);
  CHECK(desk.add({}).code == 0);

  const Json::Array all = items(desk.collector);
  REQUIRE(all.size() == 1);
  CHECK(all.at(0)["title"] == "Landing");
  CHECK(all.at(0)["date"] == "2024-02-05T00:00:00Z");
  CHECK(all.at(0)["language"] == "en");
}

TEST_CASE("its feed is followed at once when that is asked for") {
  const Desk desk;

  CHECK(desk.add({"--follow"}).code == 0);

  CHECK_THAT(desk.collector({"feeds", "list"}).out, ContainsSubstring("Hafen"));
  CHECK_THAT(desk.add({"--follow"}).err, ContainsSubstring("followed already, as \"Hafen\""));
}

TEST_CASE("what cannot be added is one line, and nothing is stored") {
  const Desk desk;
  const std::string database = desk.collector.path("news.db");
  const auto add = [&](std::vector<std::string> rest) {
    rest.insert(rest.begin(), {"add", "--db", database});
    return desk.collector(rest);
  };

  CHECK(add({desk.server.url("/feed")}).code == 1);
  CHECK_THAT(add({desk.server.url("/none")}).err, ContainsSubstring("with --title"));
  CHECK(add({desk.server.url("/post"), "--section", "boats"}).code == 2);
  CHECK(add({desk.server.url("/post"), "--date", "soon"}).code == 2);
  for (const char* date : {"1994-12-31", "2024-02-05"}) {
    const Ran ran = add({desk.server.url("/post"), "--date", date, "--now", "2024-02-03"});
    CHECK(ran.code == 2);
    CHECK_THAT(ran.err, ContainsSubstring("since 1995 and until tomorrow"));
  }
  CHECK(add({"mailto:a@b.example"}).code == 2);
  CHECK_FALSE(std::filesystem::exists(database));

  CHECK(add({desk.server.url("/none"), "--title", "Seen on paper"}).code == 0);
  CHECK(items(desk.collector).at(0)["title"] == "Seen on paper");
}
