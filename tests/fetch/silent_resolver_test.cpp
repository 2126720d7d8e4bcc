// A name server that does not answer. Of the C library, the look-up is replaced for the whole
// program: it waits until the test lets go of it.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <netdb.h>

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

}  // namespace

extern "C" int getaddrinfo(const char*, const char*, const addrinfo*, addrinfo**) {
  name_server.stay_silent();
  return EAI_AGAIN;
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
