#include "discover/discover.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/http_server.h"

using namespace collector;
using namespace collector::test;

namespace {

constexpr UtcTime kNow = std::chrono::sys_days{std::chrono::year{2024} / 2 / 1};

constexpr const char* kFeed =
    R"(<rss version="2.0"><channel><title>Quay &amp; Co</title>
       <item><title>One</title><guid>1</guid><pubDate>Wed, 03 Jan 2024 12:00:00 GMT</pubDate></item>
       <item><title>Two</title><guid>2</guid><pubDate>Tue, 02 Jan 2024 12:00:00 GMT</pubDate></item>
       </channel></rss>)";
constexpr const char* kEmptyFeed =
    R"(<rss version="2.0"><channel><title>Nothing yet</title></channel></rss>)";

std::string page(const std::string& head) {
  return http_answer(200, {{"Content-Type", "text/html"}},
                     "<html lang=en><head><title>Quay</title>" + head + "</head></html>");
}

std::string feed(const std::string& text = kFeed) {
  return http_answer(200, {{"Content-Type", "application/rss+xml"}}, text);
}

Settings loopback() {
  Settings settings;
  settings.allow_private_addresses = true;
  settings.timeout = seconds{10};
  return settings;
}

}  // namespace

TEST_CASE("the feed that a page names is found, and told as it is") {
  HttpServer server;
  server.on("/blog", page("<link rel=alternate type=application/rss+xml href=/news.rss>"));
  server.on("/news.rss", feed());

  const Discovery found = discover(server.url("/blog"), loopback(), kNow);

  REQUIRE(found.feeds.size() == 1);
  CHECK(found.feeds[0].url == server.url("/news.rss"));
  CHECK(found.feeds[0].title == "Quay & Co");
  CHECK(found.feeds[0].format == FeedFormat::Rss20);
  CHECK(found.feeds[0].entries == 2);
  CHECK(format_utc(found.feeds[0].newest.value()) == "2024-01-03T12:00:00Z");
}

TEST_CASE("an address that is a feed itself is all there is to find") {
  HttpServer server;
  server.on("/news.rss", feed());

  const Discovery found = discover(server.url("/news.rss"), loopback(), kNow);

  CHECK(found.is_feed);
  REQUIRE(found.feeds.size() == 1);
  CHECK(found.feeds[0].url == server.url("/news.rss"));
  CHECK(server.requests().size() == 1);
}

TEST_CASE("what a page names and is no feed is not taken, and one without entries comes last") {
  HttpServer server;
  server.on("/", page("<link rel=alternate type=application/rss+xml href=/gone.rss>"
                      "<link rel=alternate type=application/rss+xml href=/page.rss>"
                      "<link rel=alternate type=application/rss+xml href=/empty.rss>"
                      "<link rel=alternate type=application/rss+xml href=/news.rss>"));
  server.on("/page.rss", page(""));
  server.on("/empty.rss", feed(kEmptyFeed));
  server.on("/news.rss", feed());
  server.on("/gone.rss", http_answer(404));

  const Discovery found = discover(server.url("/"), loopback(), kNow);

  REQUIRE(found.feeds.size() == 2);
  CHECK(found.feeds[0].url == server.url("/news.rss"));
  CHECK(found.feeds[1].url == server.url("/empty.rss"));
}

TEST_CASE("where nothing is named, the usual places are tried") {
  HttpServer server;
  server.on("/blog/post", page(""));
  server.on("/blog/index.xml", feed());
  server.on_anything(
      [](const HttpRequest&, HttpReply& reply) { reply.send(http_answer(404)); });

  const Discovery found = discover(server.url("/blog/post"), loopback(), kNow);

  REQUIRE(found.feeds.size() == 1);
  CHECK(found.feeds[0].url == server.url("/blog/index.xml"));
  CHECK(server.most_at_once() <= loopback().max_per_host);
}

TEST_CASE("a page without any feed gives none, and one that cannot be had is an error") {
  HttpServer server;
  server.on("/", page(""));
  server.on_anything(
      [](const HttpRequest&, HttpReply& reply) { reply.send(http_answer(404)); });

  CHECK(discover(server.url("/"), loopback(), kNow).feeds.empty());
  CHECK_THROWS_AS(discover(server.url("/none"), loopback(), kNow), Error);
}

TEST_CASE("private addresses are refused, that of a named feed too") {
  HttpServer server;
  CHECK_THROWS_AS(discover(server.url("/"), Settings{}, kNow), Error);

  HttpServer elsewhere("127.0.0.2");
  elsewhere.on("/secret.rss", feed());
  server.on("/", page("<link rel=alternate type=application/rss+xml href='" +
                      elsewhere.url("/secret.rss") + "'>"));
  server.on_anything(
      [](const HttpRequest&, HttpReply& reply) { reply.send(http_answer(404)); });
  Settings settings;
  settings.allow_private_hosts = {"127.0.0.1"};

  CHECK(discover(server.url("/"), settings, kNow).feeds.empty());
  CHECK(elsewhere.requests().empty());
}

TEST_CASE("a feed that has moved for good is told with its new address") {
  HttpServer server;
  server.on("/", page("<link rel=alternate type=application/rss+xml href=/old.rss>"));
  server.on("/old.rss", http_answer(301, {{"Location", "/new.rss"}}));
  server.on("/new.rss", feed());

  const Discovery found = discover(server.url("/"), loopback(), kNow);

  REQUIRE(found.feeds.size() == 1);
  CHECK(found.feeds[0].url == server.url("/new.rss"));
}

TEST_CASE("an address may be given without its scheme, and must be one of the web") {
  CHECK(absolute_address("harbour.example/blog") == "https://harbour.example/blog");
  CHECK(absolute_address("http://harbour.example/") == "http://harbour.example/");
  CHECK(absolute_address("feed://harbour.example/atom") == "https://harbour.example/atom");
  CHECK(absolute_address("Feed:http://harbour.example/atom") == "http://harbour.example/atom");
  CHECK_THROWS_AS(absolute_address("feed:/etc/passwd"), UsageError);
  CHECK_THROWS_AS(absolute_address("file:///etc/passwd"), UsageError);
  CHECK_THROWS_AS(absolute_address("not an address"), UsageError);
  CHECK_THROWS_AS(absolute_address("/etc/passwd"), UsageError);
  CHECK_THROWS_AS(absolute_address("./feed.xml"), UsageError);
}
