// Answers that take long. Of the C library, the clock is replaced for the whole program: the
// tests put it ahead instead of waiting.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <atomic>
#include <ctime>
#include <future>
#include <sys/syscall.h>
#include <unistd.h>

using namespace collector;
using namespace collector::test;
using namespace std::chrono_literals;

namespace {

std::atomic<int> seconds_ahead = 0;

/// Another host, whose every answer comes ten seconds after the question. It begins when `go`
/// says so, and the fetcher looks at its clock each time.
class Metronome {
 public:
  explicit Metronome(std::future<void> go) : go_(std::move(go)) {
    server_.on("/tick", [this](const HttpRequest&, HttpReply& reply) {
      if (go_.valid()) go_.get();
      seconds_ahead += 10;
      reply.send(http_answer(200, {}, "x"));
    });
  }

  /// Has `fetcher`, which asks one feed of a host at a time, told of 40 seconds.
  void tick(Fetcher& fetcher) {
    const auto ignore = [](auto&&) {};
    for (int i = 0; i < 4; ++i) {
      fetcher.add(request_for(server_.url("/tick")), {ignore, ignore, [this](auto&&) {
                                                        if (++ended_ == 4) over_.set_value();
                                                      }});
    }
  }

  void wait() { over_.get_future().wait(); }

 private:
  std::future<void> go_;
  int ended_ = 0;
  std::promise<void> over_;
  HttpServer server_{"127.0.0.2"};
};

Settings patient() {
  Settings settings = local_settings();
  settings.timeout = 60s;
  settings.max_per_host = 1;
  return settings;
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
  const long result = syscall(SYS_clock_gettime, clock, time);
  if (clock != CLOCK_REALTIME) time->tv_sec += seconds_ahead;
  return static_cast<int>(result);
}

TEST_CASE("a server may think for as long as the timeout allows") {
  const std::string interim =
      GENERATE(as<std::string>{}, "", "HTTP/1.1 103 Early Hints\r\n\r\n");
  CAPTURE(interim);
  std::promise<void> asked;
  Metronome metronome{asked.get_future()};
  HttpServer thinking;
  thinking.on("/feed", [&](const HttpRequest&, HttpReply& reply) {
    reply.send(interim);
    asked.set_value();
    metronome.wait();
    reply.send(http_answer(200, {}, "at last"));
  });
  Fetched fetched;
  Fetcher fetcher{patient(), kNow};
  fetcher.add(request_for(thinking.url("/feed")), collect_into(fetched));
  metronome.tick(fetcher);

  CHECK(fetcher.run() == FetchEnd::Complete);

  CHECK(fetched.result.error.empty());
  CHECK(fetched.body == "at last");
}

TEST_CASE("an answer that has begun and comes in drops is given up") {
  std::promise<void> begun;
  Metronome metronome{begun.get_future()};
  HttpServer dripping;
  dripping.on("/feed", [](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\ndrop");
    reply.wait_for_end();
  });
  Fetched fetched;
  FetchHandlers handlers = collect_into(fetched);
  handlers.body = [&](std::string_view) { begun.set_value(); };
  Fetcher fetcher{patient(), kNow};
  fetcher.add(request_for(dripping.url("/feed")), handlers);
  metronome.tick(fetcher);

  CHECK(fetcher.run() == FetchEnd::Complete);

  CHECK(fetched.result.error == "127.0.0.1 sends too slowly");
}
