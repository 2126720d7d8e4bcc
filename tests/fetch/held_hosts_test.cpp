// Hosts that want to be left alone.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <future>

using namespace collector;
using namespace collector::test;

TEST_CASE("a host that wants to be left alone is not asked for its other feeds") {
  HttpServer server;
  server.on_anything([](const HttpRequest&, HttpReply& reply) {
    reply.send(http_answer(429, {{"Retry-After", "14400"}}));
  });
  std::vector<FetchRequest> requests(8, request_for(server.url("/feed")));

  const auto all = fetch_all(requests);

  CHECK(server.requests().size() <= 2);
  CHECK(all.front().result.status == FetchStatus::Held);
  CHECK(all.front().result.held_host == "127.0.0.1");
  CHECK(all.back().result.status == FetchStatus::NotAsked);
  CHECK(all.back().result.held_host == "127.0.0.1");
  CHECK(all.back().result.retry_after == seconds{14400});
  CHECK(all.back().result.error ==
        "not asked: 127.0.0.1 wants to be left alone for another 4 h");
}

TEST_CASE("what is not asked is told also where nobody knows for how long") {
  HttpServer server;
  server.on("/feed", http_answer(429));
  Settings settings = local_settings();
  settings.max_per_host = 1;

  const auto all =
      fetch_all({request_for(server.url("/feed")), request_for(server.url("/b"))}, settings);

  CHECK(all.back().result.error == "not asked: 127.0.0.1 wants to be left alone");
}

TEST_CASE("a host that says so once more, but not for how long, is left alone as long") {
  HttpServer server;
  server.on("/for-long", http_answer(429, {{"Retry-After", "14400"}}));
  std::promise<void> first_has_ended;
  server.on("/at-all", [&](const HttpRequest&, HttpReply& reply) {
    first_has_ended.get_future().wait();
    reply.send(http_answer(429));
  });
  server.on("/feed", http_answer(200, {}, "x"));
  Fetched last;
  Fetcher fetcher{local_settings(), kNow};
  const auto ignore = [](auto&&) {};
  fetcher.add(request_for(server.url("/for-long")),
              {ignore, ignore, [&](const FetchResult&) { first_has_ended.set_value(); }});
  fetcher.add(request_for(server.url("/at-all")),
              {ignore, ignore, [&](const FetchResult&) {
                 fetcher.add(request_for(server.url("/feed")), collect_into(last));
               }});

  CHECK(fetcher.run() == FetchEnd::Complete);

  CHECK(last.result.status == FetchStatus::NotAsked);
  CHECK(last.result.retry_after == seconds{14400});
}

TEST_CASE("a host held from an earlier run is not asked, not even by a redirect") {
  HttpServer held;
  HttpServer other{"127.0.0.2"};
  other.on("/feed", http_answer(302, {{"Location", held.url("/feed")}}));
  std::vector<Fetched> all(2);
  Fetcher fetcher{local_settings(), kNow};
  fetcher.hold("127.0.0.1", seconds{60});
  fetcher.add(request_for(held.url("/feed")), collect_into(all[0]));
  fetcher.add(request_for(other.url("/feed")), collect_into(all[1]));

  CHECK(fetcher.run() == FetchEnd::Complete);

  CHECK(held.requests().empty());
  CHECK(all[0].result.status == FetchStatus::NotAsked);
  CHECK(all[1].result.status == FetchStatus::NotAsked);
}
