// How the fetcher follows redirects.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

using namespace collector;
using namespace collector::test;

namespace {

std::string redirect(int status, const std::string& location) {
  return http_answer(status, {{"Location", location}, {"ETag", "\"of-the-redirect\""}},
                     "moved");
}

}  // namespace

TEST_CASE("only the permanent beginning of a chain is remembered") {
  struct Row {
    int first, second;
    std::string remembered;
  };

  const auto row = GENERATE(values<Row>({
      {301, 308, "/c"},
      {301, 302, "/b"},
      {308, 307, "/b"},
      {302, 301, ""},
      {303, 302, ""},
  }));
  HttpServer server;
  server.on("/a", redirect(row.first, "/b"));
  server.on("/b", redirect(row.second, "/c"));
  server.on("/c", http_answer(200, {{"ETag", "\"of-the-feed\""}}, "<rss/>"));

  const Fetched fetched = fetch_one(server.url("/a"));

  CHECK(fetched.result.status == FetchStatus::Fetched);
  CHECK(fetched.result.final_url == server.url("/c"));
  CHECK(fetched.body == "<rss/>");
  CHECK(fetched.result.permanent_url ==
        (row.remembered.empty() ? "" : server.url(row.remembered)));
  CHECK(fetched.result.validators == Validators{"\"of-the-feed\"", ""});
}

TEST_CASE("only who may speak for good says that a feed is gone") {
  const int status = GENERATE(301, 308, 302, 307);
  HttpServer server;
  server.on("/a", redirect(status, "/b"));
  server.on("/b", http_answer(410));

  const Fetched fetched = fetch_one(server.url("/a"));

  const bool for_good = status == 301 || status == 308;
  CHECK(fetched.result.status == (for_good ? FetchStatus::Gone : FetchStatus::Failed));
  CHECK(fetched.result.error ==
        (for_good ? "410 Gone: the feed has been given up"
                  : "410 Gone, behind a redirect that is for the time being"));
}

TEST_CASE("the validators are sent at every hop") {
  HttpServer server;
  server.on("/a", redirect(302, "/b"));
  server.on("/b", http_answer(304));

  const Fetched fetched = fetch_one(
      FetchRequest{.url = server.url("/a"), .moved_to = "", .validators = {"\"x\"", ""}});

  CHECK(fetched.result.status == FetchStatus::NotModified);
  CHECK(fetched.result.validators == Validators{"\"x\"", ""});
  for (const HttpRequest& request : server.requests()) {
    CHECK(request.header("If-None-Match") == "\"x\"");
  }
}

TEST_CASE("a remembered address is asked instead of the configured one") {
  HttpServer server;
  server.on("/new", http_answer(200, {}, "x"));

  const Fetched fetched = fetch_one(FetchRequest{
      .url = server.url("/old"), .moved_to = server.url("/new"), .validators = {}});

  CHECK(fetched.result.status == FetchStatus::Fetched);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("a remembered address that is none is passed over") {
  HttpServer server;
  server.on("/old", http_answer(200, {}, "x"));
  const FetchRequest request{
      .url = server.url("/old"), .moved_to = "gopher://example.org/", .validators = {}};
  Settings settings = local_settings();
  settings.max_per_host = 1;

  for (const Fetched& fetched : fetch_all({request, request, request}, settings)) {
    CHECK(fetched.result.status == FetchStatus::Fetched);
    CHECK(fetched.ends == 1);
  }
  CHECK(server.most_at_once() == 1);
}

TEST_CASE("a redirect to another host is followed before others are asked") {
  HttpServer home, away("127.0.0.2"), other("127.0.0.3");
  for (HttpServer* server : {&away, &other})
    server->on("/feed", http_answer(200, {}, "x"));
  home.on("/feed", redirect(302, away.url("/feed")));
  Settings settings = local_settings();
  settings.jobs = 1;
  Fetcher fetcher{settings, kNow};
  std::string ended;
  Fetched ignored;
  for (const HttpServer* server : {&home, &other, &home}) {
    FetchHandlers handlers = collect_into(ignored);
    handlers.end = [&](const FetchResult& result) { ended += result.final_url + " "; };
    fetcher.add(request_for(server->url("/feed")), handlers);
  }

  CHECK(fetcher.run() == FetchEnd::Complete);
  CHECK(ended == away.url("/feed") + " " + other.url("/feed") + " " + away.url("/feed") + " ");
}

TEST_CASE("a chain of redirects ends after ten") {
  HttpServer server;
  for (int hop = 0; hop <= 10; ++hop)
    server.on("/" + std::to_string(hop), redirect(302, "/" + std::to_string(hop + 1)));

  const Fetched fetched = fetch_one(server.url("/0"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error, StartsWith("more than 10 redirects"));
  CHECK(server.requests().size() == 11);
}

TEST_CASE("an address that redirects to itself is asked once") {
  HttpServer server;
  const std::string location =
      GENERATE(values<std::string>({"/feed", "/feed#top", "a/../feed"}));
  server.on("/feed", redirect(301, location));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK(fetched.result.error == server.url("/feed") + " redirects to itself");
  CHECK(fetched.result.permanent_url.empty());
  CHECK(server.requests().size() == 1);
}

TEST_CASE("of addresses that redirect in a circle each is asked once") {
  HttpServer server;
  server.on("/start", redirect(302, "/a"));
  server.on("/a", redirect(302, "/b"));
  server.on("/b", redirect(302, "/a"));

  const Fetched fetched = fetch_one(server.url("/start"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK(fetched.result.error == "redirects in a circle: back to " + server.url("/a"));
  CHECK(server.requests().size() == 3);
}

TEST_CASE("a redirect to anything but http and https is refused") {
  HttpServer server;
  const std::string location = GENERATE(values<std::string>(
      {"file:///etc/passwd", "ftp://127.0.0.1/feed", "gopher://127.0.0.1/", "data:,x"}));
  server.on("/feed", redirect(301, location));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error, ContainsSubstring("no http or https URL"));
}

TEST_CASE("a redirect to an address without end is refused") {
  HttpServer server;
  server.on("/a", redirect(301, "/b?" + std::string(9000, 'x')));
  server.on("/b", http_answer(200, {}, "x"));

  const Fetched fetched = fetch_one(server.url("/a"));

  CHECK(fetched.result.error == "refused a redirect to an address of more than 8000 bytes");
  CHECK(fetched.result.permanent_url.empty());
}

TEST_CASE("user and password go to their own host and into no message") {
  HttpServer home;
  HttpServer other{"127.0.0.2"};
  home.on("/a", redirect(301, "/b"));
  home.on("/b", redirect(301, other.url("/c")));
  other.on("/c", http_answer(500));
  const std::string url = "http://user:secret@127.0.0.1:" + std::to_string(home.port()) + "/a";

  const Fetched fetched = fetch_one(url);

  REQUIRE(home.requests().size() == 2);
  CHECK(home.requests()[0].header("Authorization") == "Basic dXNlcjpzZWNyZXQ=");
  CHECK(home.requests()[1].header("Authorization") == "Basic dXNlcjpzZWNyZXQ=");
  REQUIRE(other.requests().size() == 1);
  CHECK(other.requests()[0].header("Authorization").empty());
  for (const std::string& text :
       {fetched.result.error, fetched.result.final_url, fetched.result.permanent_url}) {
    CHECK_THAT(text, !ContainsSubstring("secret"));
  }
}

TEST_CASE("a redirect's long body is not waited for") {
  HttpServer server;
  server.on("/a", [](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 1000000\r\n\r\n");
    reply.send(std::string(200'000, ' '));
    reply.wait_for_end();
  });
  server.on("/b", http_answer(200, {}, "x"));

  CHECK(fetch_one(server.url("/a")).result.status == FetchStatus::Fetched);
}
