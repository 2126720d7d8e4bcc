// Proxies that the environment asks for.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <cstdlib>
#include <utility>

using namespace collector;
using namespace collector::test;

namespace {

/// A variable of the environment for as long as the object lives.
class Variable {
 public:
  Variable(std::string name, const std::string& value) : name_(std::move(name)) {
    setenv(name_.c_str(), value.c_str(), 1);
  }

  ~Variable() { unsetenv(name_.c_str()); }

  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  std::string name_;
};

Settings strict_settings() {
  Settings settings = local_settings();
  settings.allow_private_addresses = false;
  return settings;
}

}  // namespace

TEST_CASE("a proxy of the environment is used, though its own address is private") {
  HttpServer proxy;
  proxy.on("http://feeds.example/feed", http_answer(200, {}, "by proxy"));
  const Variable variable{"http_proxy", proxy.url("")};

  const Fetched fetched = fetch_one("http://feeds.example/feed", strict_settings());

  CHECK(fetched.result.status == FetchStatus::Fetched);
  CHECK(fetched.body == "by proxy");
}

TEST_CASE("no proxy opens the way to a private address") {
  HttpServer proxy;
  const Variable variable{"http_proxy", proxy.url("")};

  const Fetched fetched = fetch_one("http://192.168.1.1/feed", strict_settings());

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error, ContainsSubstring("private address"));
  CHECK(proxy.requests().empty());
}

TEST_CASE("a proxy that is to open a tunnel is told who asks") {
  HttpServer proxy;
  proxy.on_anything(
      [](const HttpRequest&, HttpReply& reply) { reply.send(http_answer(403, {}, "")); });
  const Variable variable{"https_proxy", proxy.url("")};
  Settings settings = strict_settings();
  settings.user_agent = "test/1 (+https://example.org/contact)";

  const Fetched fetched = fetch_one("https://feeds.example/feed", settings);

  CHECK(fetched.result.status == FetchStatus::Failed);
  REQUIRE(proxy.requests().size() == 1);
  CHECK(proxy.requests()[0].method == "CONNECT");
  CHECK(proxy.requests()[0].header("User-Agent") == "test/1 (+https://example.org/contact)");
}

TEST_CASE("what a proxy refuses is told of it, and not of the feed's host") {
  const int status = GENERATE(403, 407, 503);
  HttpServer proxy;
  proxy.on_anything([&](const HttpRequest&, HttpReply& reply) {
    reply.send(http_answer(status, {{"Retry-After", "60"}}, "no"));
  });
  const std::string place = "127.0.0.1:" + std::to_string(proxy.port());
  const Variable variable{"https_proxy", "http://me:secret@" + place};

  const Fetched fetched = fetch_one("https://feeds.example/feed");

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error,
             StartsWith("the proxy " + place +
                        " does not let feeds.example be asked: " + std::to_string(status)));
}

TEST_CASE("a proxy that wants a password is named, also where no tunnel is needed") {
  HttpServer proxy;
  proxy.on_anything(
      [](const HttpRequest&, HttpReply& reply) { reply.send(http_answer(407, {}, "who?")); });
  const Variable variable{"http_proxy", proxy.url("")};

  const Fetched fetched = fetch_one("http://feeds.example/feed");

  CHECK(fetched.result.http_status == 407);
  CHECK(fetched.result.error == "the proxy 127.0.0.1:" + std::to_string(proxy.port()) +
                                    " does not let feeds.example be asked: 407 Proxy "
                                    "Authentication Required: it wants user and password");
}

TEST_CASE("a proxy that is not there is named") {
  const std::string scheme = GENERATE("http", "https");
  int port = 0;
  {
    const HttpServer proxy;
    port = proxy.port();
  }
  const std::string place = "127.0.0.1:" + std::to_string(port);
  const Variable variable{scheme + "_proxy", "http://me:secret@" + place + "/"};

  CHECK(fetch_one(scheme + "://feeds.example/feed").result.error ==
        "no connection to the proxy " + place + ": Connection refused");
}

TEST_CASE("behind an open tunnel it is the feed's host that fails") {
  HttpServer proxy;
  proxy.on_anything([](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 200 Connected\r\n\r\nno TLS at all");
    reply.close();
  });
  const Variable variable{"https_proxy", proxy.url("")};

  CHECK_THAT(fetch_one("https://feeds.example/feed").result.error,
             StartsWith("no TLS with feeds.example"));
}

TEST_CASE("hosts in no_proxy are asked directly") {
  HttpServer proxy;
  HttpServer server{"127.0.0.2"};
  server.on("/feed", http_answer(200, {}, "direct"));
  const Variable variable{"http_proxy", proxy.url("")};
  const Variable exception{"no_proxy", "127.0.0.2"};

  CHECK(fetch_one(server.url("/feed")).body == "direct");
  CHECK(proxy.requests().empty());
}

TEST_CASE("what goes by a proxy is decided once, and nobody goes past it") {
  HttpServer proxy;
  proxy.on("http://127.0.0.2/feed", http_answer(200, {}, "by proxy"));
  const Variable variable{"http_proxy", proxy.url("")};
  Settings settings = strict_settings();
  settings.allow_private_hosts = {"127.0.0.2"};
  Fetched fetched;
  Fetcher fetcher{settings, kNow};
  fetcher.add(request_for("http://127.0.0.2/feed"), collect_into(fetched));

  const Variable exception{"no_proxy", "127.0.0.2"};  // which libcurl would read only now

  CHECK(fetcher.run() == FetchEnd::Complete);
  CHECK(fetched.body == "by proxy");
}

TEST_CASE("a host with an international name is asked for by its ASCII form") {
  HttpServer proxy;
  proxy.on_anything([](const HttpRequest& request, HttpReply& reply) {
    reply.send(http_answer(200, {}, request.target));
  });
  const Variable variable{"http_proxy", proxy.url("")};

  const Fetched fetched = fetch_one("http://bücher.example/feed");

  CHECK(fetched.body == "http://xn--bcher-kva.example/feed");
  CHECK(fetched.result.final_url == "http://xn--bcher-kva.example/feed");
}
