#include "cli/program.h"
#include "core/json.h"
#include "support/catch.h"
#include "support/http_server.h"

using collector::Json;
using collector::parse_json;
using namespace collector::test;

namespace {

std::string feed_with(const std::string& title, const std::string& text) {
  return "<rss version='2.0'><channel><title>Hafen</title><item><guid>1</guid>"
         "<link>https://hafen.example/1</link><pubDate>Mon, 15 Jan 2024 10:00:00 GMT</pubDate>"
         "<title>" +
         title + "</title><description>" + text + "</description></item></channel></rss>";
}

}  // namespace

TEST_CASE("show tells what the feed has changed, and when") {
  HttpServer server;
  const Program collector;
  collector.write(
      "feeds.yaml",
      "settings: {allow_private_addresses: true}\nfeeds:\n  - {name: Hafen, url: \"" +
          server.url("/feed") + "\"}\n");
  const std::string db = collector.path("news.db");
  const auto fetch = [&](const std::string& now, const std::string& document) {
    server.on("/feed", http_answer(200, {}, document));
    return collector({"fetch", "--force", "--db", db, "--now", now}).code;
  };
  REQUIRE(fetch("2024-01-16T00:00:00Z", feed_with("Anlegen", "leicht gemacht")) == 0);
  REQUIRE(fetch("2024-02-03T00:00:00Z", feed_with("Ablegen", "leicht gemacht")) == 0);
  REQUIRE(fetch("2024-02-04T00:00:00Z", feed_with("Ablegen", "schwer gemacht")) == 0);
  const Json all =
      parse_json(collector({"list", "--all", "--format", "json", "--db", db}).out).value();
  REQUIRE(all.size() == 1);
  const std::string id = all.elements().at(0)["id"].text();

  const std::string text = collector({"show", id, "--db", db}).out;
  CHECK_THAT(text, ContainsSubstring("changed     2024-02-03T00:00:00Z\n"
                                     "  title  was: Anlegen\n"
                                     "         now: Ablegen\n"));
  CHECK_THAT(text, ContainsSubstring("changed     2024-02-04T00:00:00Z\n"
                                     "  text   was: leicht gemacht\n"
                                     "         now: schwer gemacht\n"));

  const Json shown =
      parse_json(collector({"show", id, "--format", "json", "--db", db}).out).value();
  CHECK(shown["date"] == "2024-01-15T10:00:00Z");
  REQUIRE(shown["versions"].size() == 2);
  CHECK(shown["versions"].elements().at(0)["title"] == "Anlegen");
}

TEST_CASE("explain names the other items of a story, not the item itself") {
  HttpServer server;
  server.on("/a", http_answer(200, {}, feed_with("Quay 2.4 is out", "at last")));
  std::string other = feed_with("Quay 2.4 released", "so they say");
  other.replace(other.find("hafen.example"), 5, "forum");
  server.on("/b", http_answer(200, {}, other));
  const Program collector;
  collector.write(
      "feeds.yaml",
      "settings: {allow_private_addresses: true}\nfeeds:\n  - {name: Hafen, url: \"" +
          server.url("/a") + "\"}\n  - {name: Forum, url: \"" + server.url("/b") + "\"}\n");
  const std::string db = collector.path("news.db");
  REQUIRE(collector({"fetch", "--db", db, "--now", "2024-01-16T00:00:00Z"}).code == 0);
  const Json all =
      parse_json(collector({"list", "--all", "--format", "json", "--db", db}).out).value();
  REQUIRE(all.size() == 2);
  const std::string one = all.elements().at(0)["id"].text();
  const std::string two = all.elements().at(1)["id"].text();

  const std::string text = collector({"explain", one, "--db", db}).out;

  CHECK_THAT(text, ContainsSubstring("Story: one with\n  " + two + " "));
  CHECK_THAT(text, !ContainsSubstring("  " + one + " "));
}
