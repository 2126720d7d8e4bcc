// What include and exclude of a feed let in, and what becomes of it when they change.
#include "support/catch.h"
#include "update/running.h"

using namespace collector;
using namespace collector::test;
using namespace std::chrono;

namespace {

/// A feed that has not changed says so.
HttpServer::Endpoint unchanging(const std::string& answer) {
  return [=](const HttpRequest& request, HttpReply& reply) {
    reply.send(request.header("If-None-Match") == "\"one\"" ? http_answer(304) : answer);
  };
}

Config filtered(const HttpServer& server, const std::string& filter) {
  return parse_config(
      "settings: {allow_private_addresses: true}\nfeeds:\n  - name: good\n    url: " +
          server.url("/good") + "\n" + (filter.empty() ? "" : "    " + filter + "\n"),
      "feeds.yaml");
}

}  // namespace

TEST_CASE("include and exclude decide what is stored") {
  HttpServer server;
  server.on("/good", healthy());
  const auto added = [&](const std::string& filter) {
    Run run;
    return run(filtered(server, filter)).added;
  };

  CHECK(added("include: irst") == 1);
  CHECK(added("exclude: irst") == 1);
  CHECK(added("include: example\\.org/s") == 1);
  CHECK(added("include: [first, second]") == 2);
  CHECK(added("exclude: [first, second]") == 0);
}

TEST_CASE("changed filters count from the next fetch on, though the feed has not changed") {
  HttpServer server;
  server.on("/good", unchanging(healthy()));
  Run run;
  run(filtered(server, "include: first"));

  CHECK(run(filtered(server, "include: second"), kNow + 24h * 3).added == 1);
  CHECK(run(filtered(server, "include: second"), kNow + 24h * 6).not_modified == 1);
  CHECK(run(filtered(server, ""), kNow + 24h * 9).fetched == 1);
  CHECK(run(filtered(server, ""), kNow + 24h * 12).not_modified == 1);
}

TEST_CASE("what changed filters let in is old and no reason for quarantine") {
  std::string items = rss_item("first");
  for (int n = 0; n < 9; ++n)
    items += rss_item("other" + std::to_string(n));
  HttpServer server;
  server.on("/good", http_answer(200, {{"ETag", "\"one\""}}, rss(items)));
  Run run;
  run(filtered(server, "include: first"));

  const UpdateReport report = run(filtered(server, ""), kNow + 24h * 3);

  CHECK(report.added == 9);
  CHECK(report.quarantined == 0);
}

TEST_CASE("a poll that fails leaves changed filters to the next one") {
  HttpServer server;
  server.on("/good", healthy());
  Run run;
  run(filtered(server, "include: first"));
  server.on("/good", http_answer(500));
  run(filtered(server, ""), kNow + 24h * 3);
  server.on("/good", unchanging(healthy()));

  CHECK(run(filtered(server, ""), kNow + 24h * 6).added == 1);
}
