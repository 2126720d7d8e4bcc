#include "fetch/fetcher.h"

#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

using namespace collector;
using namespace collector::test;

TEST_CASE("a document arrives with all that its answer says") {
  HttpServer server;
  server.on("/feed", http_answer(200,
                                 {{"ETag", "W/\"a, b\""},
                                  {"Last-Modified", "Tue, 10 Mar 2026 09:07:00 +0100"},
                                  {"Content-Type", "application/rss+xml; charset=utf-8"},
                                  {"Cache-Control", "public, max-age=14400"}},
                                 "<rss/>"));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Fetched);
  CHECK(fetched.result.error.empty());
  CHECK(fetched.body == "<rss/>");
  CHECK(fetched.result.body_bytes == 6);
  CHECK(fetched.head.content_type == "application/rss+xml; charset=utf-8");
  CHECK(fetched.head.final_url == server.url("/feed"));
  CHECK(fetched.result.validators ==
        Validators{"W/\"a, b\"", "Tue, 10 Mar 2026 09:07:00 +0100"});
  CHECK(fetched.result.max_age == seconds{14400});
  CHECK(fetched.ends == 1);
}

TEST_CASE("both validators go back byte for byte, and a 304 keeps what it does not name") {
  HttpServer server;
  server.on("/feed", http_answer(304, {{"ETag", "\"t2\""}}));

  const Fetched fetched = fetch_one(FetchRequest{.name = "feed",
                                                 .url = server.url("/feed"),
                                                 .moved_to = "",
                                                 .validators = {"\"t1\"", "then"}});

  REQUIRE(server.requests().size() == 1);
  CHECK(server.requests()[0].header("If-None-Match") == "\"t1\"");
  CHECK(server.requests()[0].header("If-Modified-Since") == "then");
  CHECK(fetched.result.status == FetchStatus::NotModified);
  CHECK(fetched.result.validators == Validators{"\"t2\"", "then"});
  CHECK(fetched.begins == 0);
}

TEST_CASE("a request says who asks and for what, and nothing about the reader") {
  HttpServer server;
  server.on("/feed", http_answer(200, {{"Set-Cookie", "track=1"}}, "x"));
  Settings settings = local_settings();
  settings.user_agent = "test/1 (+https://example.org/contact)";

  fetch_all({{.name = "a", .url = server.url("/feed"), .moved_to = "", .validators = {}},
             {.name = "b", .url = server.url("/feed"), .moved_to = "", .validators = {}}},
            settings);

  REQUIRE(server.requests().size() == 2);
  for (const HttpRequest& request : server.requests()) {
    CHECK(request.header("User-Agent") == "test/1 (+https://example.org/contact)");
    CHECK_THAT(request.header("Accept"), ContainsSubstring("application/rss+xml"));
    CHECK_THAT(request.header("Accept-Encoding"), ContainsSubstring("gzip"));
    CHECK(request.header("Cookie").empty());
    CHECK(request.header("Referer").empty());
    CHECK(request.header("If-None-Match").empty());
  }
}

TEST_CASE("a 304 that was not asked for is a failure") {
  HttpServer server;
  server.on("/feed", http_answer(304, {{"ETag", "\"x\""}}));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK(fetched.result.validators == Validators{});
}

TEST_CASE("an empty document is begun and ended all the same") {
  HttpServer server;
  server.on("/feed", http_answer(200));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Fetched);
  CHECK(fetched.begins == 1);
}
