// Servers that nothing can be connected to.
#include "fetch/unreached.h"

#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <algorithm>

using namespace collector;
using namespace collector::test;

namespace {

WebUrl url(const std::string& text) {
  return parse_web_url(text).value();
}

TransferOutcome unreached(const std::string& error) {
  TransferOutcome outcome;
  outcome.error = error;
  outcome.is_unreached = true;
  return outcome;
}

/// Where nobody listens.
std::string deaf_url() {
  const HttpServer server;
  return server.url("/feed");
}

}  // namespace

TEST_CASE("a server is given up after two tries in vain, on this port alone") {
  UnreachedServers servers;
  servers.note(url("http://example.org/a"), unreached("first"));
  CHECK(servers.reason(url("http://example.org/b")).empty());

  servers.note(url("http://example.org/b"), unreached("second"));
  CHECK(servers.reason(url("http://example.org/c")) ==
        "not asked, for other feeds were in vain: second");
  CHECK(servers.reason(url("https://example.org/c")).empty());
  CHECK(servers.reason(url("http://example.com/c")).empty());
}

TEST_CASE("a server that is reached after all is tried as before") {
  UnreachedServers servers;
  for (const char* error : {"first", "second"})
    servers.note(url("http://example.org/a"), unreached(error));
  servers.note(url("http://example.org/b"), {});
  servers.note(url("http://example.org/c"), unreached("third"));

  CHECK(servers.reason(url("http://example.org/d")).empty());
}

TEST_CASE("of a server where nobody listens two feeds are tried") {
  const std::string deaf = deaf_url();
  Settings settings = local_settings();
  settings.max_per_host = 1;

  const auto all = fetch_all(std::vector<FetchRequest>(4, request_for(deaf)), settings);

  const std::string error = all[0].result.error;
  CHECK_THAT(error, StartsWith("no connection to 127.0.0.1 port "));
  CHECK(all[1].result.error == error);
  for (const std::size_t later : {2u, 3u}) {
    CHECK(all[later].result.status == FetchStatus::Failed);
    CHECK(all[later].result.error == "not asked, for other feeds were in vain: " + error);
    CHECK(all[later].ends == 1);
  }
}

TEST_CASE("what our own rules forbid, and what has connected, is told of each feed") {
  HttpServer server;
  server.on_anything([](const HttpRequest&, HttpReply& reply) { reply.close(); });
  Settings settings = local_settings();
  settings.max_per_host = 1;
  settings.allow_private_addresses = GENERATE(true, false);

  const auto all =
      fetch_all(std::vector<FetchRequest>(4, request_for(server.url("/feed"))), settings);

  CHECK_FALSE(all[0].result.error.empty());
  CHECK(std::ranges::all_of(all, [&](const Fetched& fetched) {
    return fetched.result.error == all[0].result.error;
  }));
}
