// A run from end to end: real requests over the loopback, a real store in memory.
#include "update/update.h"

#include "config/config.h"
#include "core/error.h"
#include "store/documents.h"
#include "store/feeds.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "update/feed_health.h"
#include "update/running.h"

#include <csignal>

using namespace collector;
using namespace collector::test;
using namespace std::chrono;

TEST_CASE("one broken feed leaves the others alone") {
  HttpServer server;
  server.on("/good", healthy());
  server.on("/broken", http_answer(200, {{"Content-Type", "text/html"}}, "<html>Hello</html>"));
  server.on("/missing", http_answer(404, {}, "no"));
  Run run;

  const UpdateReport report = run(config_of({{"broken", server.url("/broken")},
                                             {"good", server.url("/good")},
                                             {"missing", server.url("/missing")}}));

  CHECK(report.asked == 3);
  CHECK(report.fetched == 1);
  CHECK(report.added == 2);
  CHECK(report.failures.size() == 2);
  CHECK(run.state("good").failures == 0);
  CHECK(run.state("good").items == 2);
  CHECK(run.state("broken").failures == 1);
  CHECK_FALSE(run.state("broken").last_error.empty());
  CHECK(run.state("missing").last_status == 404);
}

TEST_CASE("a list of extensions that is damaged or has shrunk keeps its former state") {
  HttpServer server;
  const auto list = [&](int extensions, const std::string& version, const std::string& end) {
    std::string xml = "<xep-infos>";
    for (int i = 1; i <= extensions; ++i)
      xml += "<xep accepted=\"true\"><number>" + std::to_string(i) +
             "</number><title>Rope</title><status>Draft</status><last-revision><version>" +
             version + "</version></last-revision></xep>";
    server.on("/list", http_answer(200, {}, xml + end));
  };
  Run run;
  const Config config = config_of({{"XEPs", server.url("/list")}});
  UpdateOptions all;
  all.which = Which::All;
  const auto poll = [&](int day) { return run(config, kNow + days{day}, all); };
  list(20, "1.0", "</xep-infos>");
  poll(0);

  list(20, "2.0", "<xep><title>Rope & more</title></xep></xep-infos>");
  CHECK(poll(1).failures.size() == 1);
  CHECK_THAT(run.state("XEPs").last_error, ContainsSubstring("former state is kept"));
  list(3, "2.0", "</xep-infos>");
  CHECK(poll(2).added == 0);
  CHECK_THAT(feed_warning(run.state("XEPs")), ContainsSubstring("former state is kept"));
  CHECK(run.store->feeds().specifications("XEPs").size() == 20);

  list(20, "1.1", "</xep-infos>");
  CHECK(poll(3).added == 20);
}

TEST_CASE("what happened to extensions is placed as such, whatever the rules say") {
  HttpServer server;
  const auto list = [&](const std::string& version) {
    server.on("/list",
              http_answer(200, {},
                          "<xep-infos><xep accepted=\"true\"><number>1</number>"
                          "<title>Rope</title><status>Draft</status>"
                          "<last-revision><version>" +
                              version + "</version></last-revision></xep></xep-infos>"));
  };
  const Config config = parse_config(
      "settings: {allow_private_addresses: true}\n"
      "feeds:\n  - name: XEPs\n    url: " +
          server.url("/list") +
          "\n"
          "    rules: [{title: Rope, section: talks}]\n",
      "feeds.yaml");
  UpdateOptions all;
  all.which = Which::All;
  Run run;
  list("1.0");
  run(config, kNow, all);
  list("1.1");

  run(config, kNow + days{1}, all);

  const std::vector<StoredItem> stored = run.store->items().find({});
  REQUIRE(stored.size() == 1);
  CHECK(stored[0].item.section == "extensions");
}

TEST_CASE("a calendar is polled like any feed, and its events keep their days") {
  HttpServer server;
  server.on("/calendar",
            http_answer(200, {},
                        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n"
                        "DTSTART;VALUE=DATE:20240301\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n"
                        "SUMMARY:Evening\r\nURL:https://wonder.example.org/evening\r\n"
                        "END:VEVENT\r\nEND:VCALENDAR\r\n"));
  Run run;

  CHECK(run(config_of({{"calendar", server.url("/calendar")}})).added == 1);

  const std::vector<StoredItem> events = run.store->items().find({.dated = true});
  REQUIRE(events.size() == 1);
  CHECK(events[0].item.section == "events");
  CHECK(events[0].item.kind == ItemKind::Event);
  REQUIRE(events[0].item.days.size() == 2);
  CHECK(format_day_span(events[0].item.days[1]) == "2024-03-08/2024-03-08");
}

TEST_CASE("the second run sends the validators and stores nothing new") {
  HttpServer server;
  server.on("/good", [](const HttpRequest& request, HttpReply& reply) {
    reply.send(request.header("If-None-Match") == "\"one\"" ? http_answer(304) : healthy());
  });
  const Config config = config_of({{"good", server.url("/good")}});
  Run run;
  run(config);

  const UpdateReport second = run(config, kNow + 24h * 3);

  REQUIRE(server.requests().size() == 2);
  CHECK(server.requests()[0].header("If-None-Match").empty());
  CHECK(server.requests()[1].header("If-None-Match") == "\"one\"");
  CHECK(second.not_modified == 1);
  CHECK(second.added == 0);
  CHECK(run.store->items().find({}).size() == 2);
}

TEST_CASE("a feed under a new title is suspicious until its next document") {
  HttpServer server;
  std::string title = "Wonder";
  server.on("/feed", [&](const HttpRequest& request, HttpReply& reply) {
    const std::string etag = "\"" + title + "\"";
    std::string document = rss(rss_item("first"));
    document.replace(document.find("Wonder"), 6, title);
    reply.send(request.header("If-None-Match") == etag
                   ? http_answer(304)
                   : http_answer(200, {{"ETag", etag}}, document));
  });
  const Config config = config_of({{"feed", server.url("/feed")}});
  Run run;
  run(config);
  CHECK(feed_warning(run.state("feed")).empty());

  title = "Casino";
  run(config, kNow + 24h * 3);
  CHECK(feed_warning(run.state("feed")) == "suspicious: its title was \"Wonder\"");
  CHECK(run(config, kNow + 24h * 6).not_modified == 1);
  CHECK(feed_warning(run.state("feed")) == "suspicious: its title was \"Wonder\"");
}

TEST_CASE("a feed that has moved to another host is suspicious") {
  HttpServer server;
  const std::string moved = "http://localhost:" + std::to_string(server.port()) + "/new";
  server.on("/old", http_answer(301, {{"Location", moved}}, ""));
  server.on("/new", healthy());
  const Config config = config_of({{"feed", server.url("/old")}});
  Run run;
  run(config);
  CHECK(feed_warning(run.state("feed")).empty());  // whoever put it into the list
  run(config, kNow + 24h * 3);

  CHECK(run.state("feed").moved_to == moved);
  CHECK(feed_warning(run.state("feed")) == "suspicious: moved to another host, localhost");
}

TEST_CASE("what a run would ask is told with the reason") {
  HttpServer server;
  server.on("/good", healthy());
  const Config config = config_of({{"good", server.url("/good")}, {"new", server.url("/new")}});
  Run run;
  UpdateOptions only;
  only.only = {"good"};
  run(config, kNow, only);

  const auto due = feeds_to_ask(config, run.store->feeds().all(), {}, kNow + 1min);
  REQUIRE(due.size() == 1);
  CHECK(due[0].source.name == "new");
  CHECK(due[0].why == "never asked before");
  only.which = Which::All;
  const auto forced = feeds_to_ask(config, run.store->feeds().all(), only, kNow + 1min);
  REQUIRE(forced.size() == 1);
  CHECK(forced[0].why == "not due, asked all the same");
}

TEST_CASE("of a long list every feed has its turn") {
  std::string text = "feeds:\n";
  for (int i = 0; i < 1200; ++i) {
    const std::string number = std::to_string(i);
    // Refused before anything is sent: private addresses are not allowed here.
    text += "  - {name: f" + number + ", url: \"http://127.0.0.1/" + number + "\"}\n";
  }
  Run run;

  const UpdateReport report = run(parse_config(text, "feeds.yaml"));

  CHECK(report.asked == 1200);
  CHECK(report.failures.size() == 1200);
  CHECK(report.interrupted == 0);
}

TEST_CASE("of a run that is stopped, feeds that it did not come to are told and still due") {
  HttpServer server;
  server.on("/first", healthy());
  server.on("/silent", [](const HttpRequest&, HttpReply& reply) {
    std::raise(SIGTERM);
    reply.wait_for_end();
    reply.close();
  });
  const Config config = config_of({{"first", server.url("/first")},
                                   {"silent", server.url("/silent")},
                                   {"third", server.url("/third")},
                                   {"fourth", server.url("/fourth")}});
  UpdateOptions one_by_one;
  one_by_one.jobs = 1;
  Run run;

  const UpdateReport report = run(config, kNow, one_by_one);

  CHECK(report.end == FetchEnd::Stopped);
  CHECK(report.asked == 4);
  CHECK(report.fetched == 1);
  CHECK(report.interrupted == 3);
  CHECK(report.done() == 4);
  CHECK(server.requests().size() == 2);
  CHECK(feeds_to_ask(config, run.store->feeds().all(), {}, kNow).size() == 3);
}

TEST_CASE("a feed that is not due is not asked, unless all are") {
  HttpServer server;
  server.on("/good", healthy());
  const Config config = config_of({{"good", server.url("/good")}});
  Run run;
  run(config);

  CHECK(run(config, kNow + 1min).asked == 0);
  UpdateOptions all;
  all.which = Which::All;
  CHECK(run(config, kNow + 1min, all).asked == 1);
}

TEST_CASE(
    "a document that ends too early is a failed poll: its items stay, its validators go") {
  HttpServer server;
  const std::string whole = rss(rss_item("first") + rss_item("second"));
  const std::string cut = whole.substr(0, whole.find("<title>second") + 9);
  server.on("/cut", http_answer(200, {{"ETag", "\"cut\""}}, cut));
  Run run;

  const UpdateReport report = run(config_of({{"cut", server.url("/cut")}}));

  CHECK(report.failures.size() == 1);
  CHECK(report.added == 1);
  CHECK(run.state("cut").validators.etag.empty());
  CHECK(run.state("cut").failures == 1);
}

TEST_CASE("only the feeds named are asked, and a name that is none is refused") {
  HttpServer server;
  server.on("/good", healthy());
  const Config config = config_of({{"one", server.url("/good")}, {"two", server.url("/good")}});
  Run run;
  UpdateOptions only;
  only.only = {"two"};

  CHECK(run(config, kNow, only).asked == 1);
  CHECK(run.state("one").items == 0);
  only.only = {"tow"};
  CHECK_THROWS_AS(run(config, kNow, only), UnknownFeed);
}

TEST_CASE("a run that is refused leaves no configuration behind") {
  Run run;
  UpdateOptions only;
  only.only = {"tow"};

  CHECK_THROWS_AS(run(config_of({{"two", "http://127.0.0.1:1/"}}), kNow, only), UnknownFeed);

  CHECK(run.store->documents().configuration().empty());
}

TEST_CASE("a run leaves its configuration for those who have only the store") {
  Run run;
  const Config config = config_of({});

  run(config);

  CHECK(run.store->documents().configuration() == config.text);
}

TEST_CASE("a host that asks to be left alone is not asked again before its time") {
  HttpServer server;
  server.on("/busy", http_answer(429, {{"Retry-After", "7200"}}, "later"));
  server.on("/good", healthy());
  Run run;
  run(config_of({{"busy", server.url("/busy")}}));

  const Config good = config_of({{"good", server.url("/good")}});
  const UpdateReport second = run(good, kNow + 119min);

  CHECK(second.held == 1);
  CHECK(second.failures.empty());
  CHECK(server.requests().size() == 1);
  CHECK(run(good, kNow + 121min).fetched == 1);
}
