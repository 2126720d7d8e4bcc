#include "fetch/fetcher.h"

#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <thread>

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
  CHECK(fetched.content_type == "application/rss+xml; charset=utf-8");
  CHECK(fetched.result.final_url == server.url("/feed"));
  CHECK(fetched.result.validators ==
        Validators{"W/\"a, b\"", "Tue, 10 Mar 2026 09:07:00 +0100"});
  CHECK(fetched.result.max_age == seconds{14400});
  CHECK(fetched.ends == 1);
}

TEST_CASE("both validators go back byte for byte, and a 304 keeps what it does not name") {
  HttpServer server;
  server.on("/feed", http_answer(304, {{"ETag", "\"t2\""}}));

  const Fetched fetched = fetch_one(FetchRequest{
      .url = server.url("/feed"), .moved_to = "", .validators = {"\"t1\"", "then"}});

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

  fetch_all({{.url = server.url("/feed"), .moved_to = "", .validators = {}},
             {.url = server.url("/feed"), .moved_to = "", .validators = {}}},
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

TEST_CASE("a URL that is none ends as a failure without its password") {
  const Fetched fetched = fetch_one("ftp://user:secret@example.org/feed");

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK(fetched.result.error == "ftp://***@example.org/feed is no http or https URL");
}

TEST_CASE("a run without requests ends at once") {
  CHECK(fetch_all({}).empty());
}

TEST_CASE("a host is asked by two requests at a time over connections that are kept") {
  HttpServer server;
  server.on_anything(
      [](const HttpRequest&, HttpReply& reply) { reply.send(http_answer(200, {}, "x")); });
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 12; ++i) {
    requests.push_back(request_for(server.url("/" + std::to_string(i))));
  }

  const auto all = fetch_all(requests);

  for (const Fetched& fetched : all)
    CHECK(fetched.result.status == FetchStatus::Fetched);
  CHECK(server.most_at_once() <= 2);
  CHECK(server.connections() <= 2);
}

TEST_CASE("what an answer means follows from its status") {
  struct Row {
    int status;
    Headers headers;
    std::string body;
    FetchStatus wanted;
    std::string words;
  };

  const auto row = GENERATE(values<Row>({
      {404, {}, "", FetchStatus::Failed, "404 Not Found"},
      {410, {}, "", FetchStatus::Gone, "410 Gone: the feed has been given up"},
      {429, {}, "", FetchStatus::Held, "429 Too Many Requests"},
      {429,
       {{"Retry-After", "14400"}},
       "",
       FetchStatus::Held,
       "429 Too Many Requests; asks to be left alone for 4 h"},
      {503,
       {{"Retry-After", "60"}},
       "",
       FetchStatus::Held,
       "503 Service Unavailable; asks to be left alone for 60 s"},
      {503, {}, "", FetchStatus::Failed, "503 Service Unavailable"},
      {403, {}, "", FetchStatus::Failed, "403 Forbidden"},
      {403,
       {{"cf-mitigated", "challenge"}},
       "",
       FetchStatus::Failed,
       "403: a bot challenge instead of the feed"},
      {503,
       {},
       "<title>Just a moment...</title>",
       FetchStatus::Failed,
       "503: a bot challenge instead of the feed"},
      {204, {}, "", FetchStatus::Failed, "HTTP status 204"},
      {302, {}, "", FetchStatus::Failed, "302: a redirect that does not say where to"},
  }));
  HttpServer server;
  server.on("/feed", http_answer(row.status, row.headers, row.body));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == row.wanted);
  CHECK(fetched.result.http_status == row.status);
  CHECK(fetched.result.error == row.words);
  CHECK(fetched.begins == 0);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("private addresses are refused by whatever name, before anything is sent") {
  HttpServer server;
  Settings settings = local_settings();
  settings.allow_private_addresses = false;
  const std::string port = std::to_string(server.port());
  const std::string host = GENERATE(values<std::string>(
      {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0", "[::ffff:127.0.0.1]"}));
  INFO(host);

  const Fetched fetched = fetch_one("http://" + host + ":" + port + "/feed", settings);

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error, ContainsSubstring("private address"));
  CHECK(server.connections() == 0);
}

TEST_CASE("an address that is allowed does not open the way to another one") {
  HttpServer allowed;
  HttpServer other{"127.0.0.2"};
  allowed.on("/direct", http_answer(200, {}, "x"));
  allowed.on("/away", http_answer(302, {{"Location", other.url("/feed")}}));
  Settings settings = local_settings();
  settings.allow_private_addresses = false;
  settings.allow_private_hosts = {"127.0.0.1"};

  CHECK(fetch_one(allowed.url("/direct"), settings).result.status == FetchStatus::Fetched);
  CHECK(fetch_one(allowed.url("/away"), settings).result.status == FetchStatus::Failed);
  CHECK(other.connections() == 0);
}

TEST_CASE("a handler that throws ends the run with its exception") {
  HttpServer server;
  server.on("/feed", http_answer(200, {}, "x"));
  Fetched fetched;
  FetchHandlers handlers = collect_into(fetched);
  handlers.body = [](std::string_view) { throw std::runtime_error("disk full"); };
  Fetcher fetcher{local_settings(), kNow};
  fetcher.add(request_for(server.url("/feed")), handlers);

  CHECK_THROWS_WITH((void)fetcher.run(), "disk full");
}

TEST_CASE("a request may be added while others end") {
  HttpServer server;
  server.on("/feed", http_answer(200, {}, "x"));
  Fetched first, second;
  Fetcher fetcher{local_settings(), kNow};
  FetchHandlers handlers = collect_into(first);
  handlers.end = [&](const FetchResult&) {
    fetcher.add(request_for(server.url("/feed")), collect_into(second));
  };
  fetcher.add(request_for(server.url("/feed")), handlers);

  CHECK(fetcher.run() == FetchEnd::Complete);
  CHECK(second.result.status == FetchStatus::Fetched);
}

TEST_CASE("requests that are added for later are made when their turn comes") {
  HttpServer server;
  server.on("/feed", http_answer(200, {}, "x"));
  const std::string url = server.url("/feed");
  Settings settings = local_settings();
  settings.max_per_host = 1;
  std::string seen;
  Fetched ignored;
  Fetcher fetcher{settings, kNow};
  fetcher.add(request_for(url), collect_into(ignored));
  fetcher.add_later({url, url}, [&](std::size_t index) {
    seen += "made " + std::to_string(index) + ", ";
    FetchHandlers handlers = collect_into(ignored);
    handlers.end = [&](const FetchResult&) { seen += "ended, "; };
    return FetchJob{request_for(url), handlers};
  });
  CHECK(seen.empty());

  CHECK(fetcher.run() == FetchEnd::Complete);
  CHECK(seen == "made 0, ended, made 1, ended, ");
  CHECK(ignored.ends == 1);
}

TEST_CASE("a request that cannot be made ends the run with the reason") {
  HttpServer server;
  server.on("/feed", http_answer(200, {}, "x"));
  const std::string url = server.url("/feed");
  Fetched first;
  Fetcher fetcher{local_settings(), kNow};
  fetcher.add_later({}, {});
  fetcher.add(request_for(url), collect_into(first));
  fetcher.add_later({url},
                    [](std::size_t) -> FetchJob { throw std::runtime_error("no room"); });

  CHECK_THROWS_WITH((void)fetcher.run(), "no room");
  fetcher.hang_up();
  CHECK(first.ends == 0);
}

TEST_CASE("many requests to one host keep no other host waiting") {
  HttpServer busy, other("127.0.0.2");
  for (HttpServer* server : {&busy, &other})
    server->on("/feed", http_answer(200, {}, "x"));
  const std::string busy_url = busy.url("/feed"), other_url = other.url("/feed");
  Settings settings = local_settings();
  settings.max_per_host = 1;
  settings.jobs = 2;
  std::string made;
  Fetched ignored;
  std::vector<std::string_view> addresses(30, busy_url);
  addresses.emplace_back(other_url);
  Fetcher fetcher{settings, kNow};
  fetcher.add_later(addresses, [&](std::size_t index) {
    made += index < 30 ? 'b' : 'o';
    return FetchJob{request_for(std::string(addresses[index])), collect_into(ignored)};
  });

  CHECK(fetcher.run() == FetchEnd::Complete);
  CHECK(made == "bo" + std::string(29, 'b'));
}

TEST_CASE("a paused run begins nothing new, and a resumed one asks the rest") {
  HttpServer server;
  server.on("/a", http_answer(200, {}, "<rss/>"));
  server.on("/b", http_answer(200, {}, "<rss/>"));
  Settings settings = local_settings();
  settings.jobs = 1;
  Fetcher fetcher{settings, kNow};
  Fetched last;
  std::thread elsewhere;
  std::size_t asked_meanwhile = 0;
  const auto pause_and_resume = [&](const FetchResult&) {
    fetcher.pause();
    elsewhere = std::thread([&] {
      asked_meanwhile = server.requests().size();
      fetcher.resume();
    });
  };
  fetcher.add(request_for(server.url("/a")), {.begin = [](const std::string&) {},
                                              .body = [](std::string_view) {},
                                              .end = pause_and_resume});
  fetcher.add(request_for(server.url("/b")), collect_into(last));

  CHECK(fetcher.run() == FetchEnd::Complete);
  elsewhere.join();

  CHECK(asked_meanwhile == 1);
  CHECK(last.result.status == FetchStatus::Fetched);
}
