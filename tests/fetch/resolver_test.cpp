// Names and their addresses. Of the C library, the look-up is replaced for the whole program:
// one name has two addresses, any other is waited for until the test lets go of it.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <chrono>
#include <condition_variable>
#include <dlfcn.h>
#include <mutex>
#include <netdb.h>
#include <utility>

using namespace collector;
using namespace collector::test;
using namespace std::chrono;

namespace {

constexpr const char* kSilentUrl = "http://silent.example/feed";

/// What look-ups wait for. They give up by themselves, so that a fetcher which waits for them
/// fails its test and does not hang it.
class NameServer {
 public:
  void stay_silent() {
    std::unique_lock lock(mutex_);
    ++asked_;
    changed_.notify_all();
    changed_.wait_for(lock, 5s, [this] { return speaks_; });
    ++answered_;
    changed_.notify_all();
  }

  [[nodiscard]] int answered() {
    const std::lock_guard lock(mutex_);
    return answered_;
  }

  /// Returns when nobody waits any more.
  void speak() {
    std::unique_lock lock(mutex_);
    speaks_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return answered_ == asked_; });
    speaks_ = false;
    asked_ = answered_ = 0;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool speaks_ = false;
  int asked_ = 0;
  int answered_ = 0;
};

NameServer name_server;

/// The C library's own look-up, for addresses that are written out.
addrinfo* address_of(const char* text, const char* port, const addrinfo* hints) {
  static const auto look_up =
      reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
  addrinfo* found = nullptr;
  return look_up(text, port, hints, &found) == 0 ? found : nullptr;
}

/// What "two.example" has, in this order.
std::pair<const char*, const char*> two_addresses{"127.0.0.1", "127.0.0.2"};

Settings allowing_only(const std::string& address) {
  Settings settings = local_settings();
  settings.allow_private_addresses = false;
  settings.allow_private_hosts = {address};
  return settings;
}

std::string at_two_addresses(const HttpServer& server) {
  return "http://two.example:" + std::to_string(server.port()) + "/feed";
}

}  // namespace

extern "C" int getaddrinfo(const char* name, const char* port, const addrinfo* hints,
                           addrinfo** found) {
  if (name == std::string_view{"two.example"}) {
    *found = address_of(two_addresses.first, port, hints);
    (*found)->ai_next = address_of(two_addresses.second, port, hints);
    return 0;
  }
  name_server.stay_silent();
  return EAI_AGAIN;
}

TEST_CASE("of several addresses, one that is refused does not count when another is allowed") {
  const std::string body = GENERATE(as<std::string>{}, "all of it", "half");
  two_addresses =
      GENERATE(std::pair{"127.0.0.1", "127.0.0.2"}, std::pair{"127.0.0.2", "127.0.0.1"});
  HttpServer server{"127.0.0.2"};
  server.on("/feed", [&](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + body);
    reply.close();
  });

  const Fetched fetched = fetch_one(at_two_addresses(server), allowing_only("127.0.0.2"));

  CHECK(fetched.body == body);
  CHECK(fetched.result.error ==
        (body == "half" ? "truncated: the connection ended before the document did" : ""));
}

TEST_CASE("of several addresses, the last failure is told") {
  int port = 0;
  {
    const HttpServer server{"127.0.0.2"};
    port = server.port();
  }
  two_addresses = {"127.0.0.1", "127.0.0.2"};
  const std::string url = "http://two.example:" + std::to_string(port) + "/feed";

  CHECK(fetch_one(url, allowing_only("127.0.0.2")).result.error ==
        "no connection to two.example port " + std::to_string(port) + ": Connection refused");
  CHECK(fetch_one(url, allowing_only("127.0.0.3")).result.error ==
        "refused: two.example is the private address 127.0.0.2 (settings.allow_private_hosts "
        "permits it)");
}

TEST_CASE("a name that is looked up in vain costs the timeout and nobody else's time") {
  HttpServer healthy;
  healthy.on("/feed", http_answer(200, {}, "x"));
  Settings settings = local_settings();
  settings.timeout = 1s;

  const auto all =
      fetch_all({request_for(kSilentUrl), request_for(healthy.url("/feed"))}, settings);

  CHECK(name_server.answered() == 0);
  CHECK(all[0].result.error == "no connection to silent.example in time");
  CHECK(all[1].result.status == FetchStatus::Fetched);
  name_server.speak();
}

TEST_CASE("a run that is out of time does not wait for a name") {
  Fetched fetched;
  Fetcher fetcher{local_settings(), kNow};
  fetcher.add(request_for(kSilentUrl), collect_into(fetched));

  CHECK(fetcher.run(1s) == FetchEnd::OutOfTime);

  CHECK(name_server.answered() == 0);
  CHECK(fetched.result.status == FetchStatus::Interrupted);
  name_server.speak();
}
