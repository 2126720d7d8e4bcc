// How the fetcher bounds time and size, and how it ends early.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "support/loopback.h"
#include "support/packed.h"

#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace collector;
using namespace collector::test;
using namespace std::chrono;

namespace {

Settings with_timeout(seconds timeout) {
  Settings settings = local_settings();
  settings.timeout = timeout;
  return settings;
}

Settings with_max_body(std::uint64_t bytes) {
  Settings settings = local_settings();
  settings.max_body = bytes;
  return settings;
}

/// A port of 127.0.0.1 that neither takes nor refuses a connection: as many wait as may.
class BusyPort {
 public:
  BusyPort() {
    REQUIRE(listen(listener_, 0) == 0);
    connect_to(address_, waiting_);
  }

  ~BusyPort() {
    close(waiting_);
    close(listener_);
  }

  BusyPort(const BusyPort&) = delete;
  BusyPort& operator=(const BusyPort&) = delete;

  [[nodiscard]] std::string url() const {
    return "http://127.0.0.1:" + std::to_string(ntohs(address_.sin_port)) + "/feed";
  }

 private:
  int listener_ = socket(AF_INET, SOCK_STREAM, 0);
  int waiting_ = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address_ = bind_to_loopback(listener_);
};

void stay_silent(const HttpRequest&, HttpReply& reply) {
  reply.wait_for_end();
  reply.close();
}

}  // namespace

TEST_CASE("the bound is told in the unit it was written in") {
  struct Row {
    std::uint64_t bytes;
    std::string words;
  };

  const auto row = GENERATE(values<Row>({{1000, "1000 bytes"}, {2048, "2 KiB"}}));
  HttpServer server;
  server.on("/feed", http_answer(200, {}, std::string(4000, 'x')));

  const Fetched fetched = fetch_one(server.url("/feed"), with_max_body(row.bytes));

  CHECK(fetched.result.error ==
        "the document is larger than " + row.words + " (settings.max_body)");
}

TEST_CASE("a body of unknown length is cut off at max_body") {
  HttpServer server;
  server.on("/feed", [](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "1000\r\n" + std::string(0x1000, 'x') + "\r\n";
    while (reply.send(chunk)) {
    }
    reply.close();
  });

  const Fetched fetched = fetch_one(server.url("/feed"), with_max_body(1024 * 1024));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK(fetched.result.error == "the document is larger than 1 MiB (settings.max_body)");
  CHECK(fetched.body.size() <= 1024 * 1024);
}

TEST_CASE("a body announced too large is refused unread") {
  HttpServer server;
  server.on("/feed", [](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n");
    reply.wait_for_end();
    reply.close();
  });

  const Fetched fetched = fetch_one(server.url("/feed"), with_max_body(4096));

  CHECK(fetched.result.error == "the document is larger than 4 KiB (settings.max_body)");
  CHECK(fetched.body.empty());
}

TEST_CASE("a body is as large as it is unpacked") {
  HttpServer server;
  server.on("/feed", http_answer(200, {{"Content-Encoding", "gzip"}},
                                 packed(std::string(100'000, ' '), Packing::Gzip)));

  CHECK(fetch_one(server.url("/feed")).body == std::string(100'000, ' '));
  CHECK(fetch_one(server.url("/feed"), with_max_body(4096)).result.error ==
        "the document is larger than 4 KiB (settings.max_body)");
}

TEST_CASE("a body packed twice is refused") {
  HttpServer server;
  server.on("/feed", http_answer(200, {{"Content-Encoding", "gzip, gzip"}},
                                 packed(packed("x", Packing::Gzip), Packing::Gzip)));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error, StartsWith("the body is packed more than once"));
}

TEST_CASE("a header without end is refused") {
  HttpServer server;
  server.on("/feed", [](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 200 OK\r\n");
    while (reply.send("X-Filler: " + std::string(1000, 'x') + "\r\n")) {
    }
    reply.close();
  });

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.error == "the header is larger than 256 KiB");
}

TEST_CASE("a line of a header without end is refused, and called so") {
  HttpServer server;
  server.on("/feed", [](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 200 OK\r\nETag: ");
    while (reply.send(std::string(1000, 'x'))) {
    }
    reply.close();
  });

  CHECK(fetch_one(server.url("/feed")).result.error == "a line of the header is too long");
}

TEST_CASE("what is told of a failure has an end") {
  const std::string answer =
      GENERATE(http_answer(301, {{"Location", "ftp://" + std::string(9000, 'x') + "/"}}),
               http_answer(301, {{"Location", "ftp://" + std::string(4000, 'x') + "/"}}),
               http_answer(200, {{"Content-Encoding", "gzip, " + std::string(4000, 'x')}}));
  HttpServer server;
  server.on("/feed", answer);

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK(fetched.result.error.size() < 400);
}

TEST_CASE("a long address does not hide why its redirect is refused") {
  HttpServer server;
  server.on("/feed", http_answer(301, {{"Location", "ftp://" + std::string(4000, 'x') + "/"}}));

  CHECK_THAT(fetch_one(server.url("/feed")).result.error,
             ContainsSubstring("no http or https URL"));
}

TEST_CASE("a body that ends too early is a failure") {
  HttpServer server;
  server.on("/feed", [](const HttpRequest&, HttpReply& reply) {
    reply.send(
        "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nCache-Control: max-age=604800\r\n"
        "Content-Length: 100\r\n\r\nhalf");
    reply.close();
  });

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error, StartsWith("truncated"));
  CHECK_FALSE(fetched.result.max_age);
  CHECK(fetched.result.validators == Validators{});
}

TEST_CASE("a silent server costs the timeout and nobody else's time") {
  HttpServer silent;
  HttpServer healthy{"127.0.0.2"};
  silent.on("/feed", stay_silent);
  healthy.on("/feed", http_answer(200, {}, "x"));

  const auto all = fetch_all(
      {request_for(silent.url("/feed")), request_for(healthy.url("/feed"))}, with_timeout(1s));

  CHECK(all[0].result.error == "timeout: no complete answer from 127.0.0.1 within 1 s");
  CHECK(all[0].result.duration >= 900ms);
  CHECK(all[1].result.status == FetchStatus::Fetched);
  CHECK(all[1].result.duration < 900ms);
}

TEST_CASE("a connection may have the number of one that did not come about") {
  const BusyPort busy;
  HttpServer healthy{"127.0.0.2"};
  healthy.on("/feed", http_answer(200, {}, "x"));
  Settings settings = with_timeout(1s);
  settings.jobs = 1;

  const auto all =
      fetch_all({request_for(busy.url()), request_for(healthy.url("/feed"))}, settings);

  CHECK(all[0].result.error == "no connection to 127.0.0.1 in time");
  CHECK(all[1].result.error.empty());
  CHECK(all[1].result.duration < 100ms);
}

TEST_CASE("the timeout counts over all hops") {
  HttpServer server;
  server.on("/feed", http_answer(302, {{"Location", "/silent"}}));
  server.on("/silent", stay_silent);

  const auto began = steady_clock::now();
  const Fetched fetched = fetch_one(server.url("/feed"), with_timeout(1s));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK(steady_clock::now() - began < 3s);
}

TEST_CASE("a port where nobody listens is named") {
  int port = 0;
  {
    const HttpServer server;
    port = server.port();
  }

  const Fetched fetched = fetch_one("http://127.0.0.1:" + std::to_string(port) + "/feed");

  CHECK(fetched.result.http_status == 0);
  CHECK(fetched.result.error ==
        "no connection to 127.0.0.1 port " + std::to_string(port) + ": Connection refused");
}

TEST_CASE("stopping ends what is under way at once and as no one's fault, and begins no more") {
  HttpServer server;
  Settings settings = with_timeout(60s);
  settings.max_per_host = 1;
  Fetcher fetcher{settings, kNow};
  server.on("/feed", [&](const HttpRequest& request, HttpReply& reply) {
    fetcher.stop();
    stay_silent(request, reply);
  });
  std::vector<Fetched> all(5);
  for (Fetched& fetched : all)
    fetcher.add(request_for(server.url("/feed")), collect_into(fetched));

  CHECK(fetcher.run() == FetchEnd::Stopped);

  CHECK(all[0].result.status == FetchStatus::Interrupted);
  CHECK(all[0].result.error == "the run ended before the answer was complete");
  CHECK(all[0].ends == 1);
  CHECK(std::ranges::all_of(all.begin() + 1, all.end(),
                            [](const Fetched& fetched) { return fetched.ends == 0; }));
}

TEST_CASE("SIGINT and SIGTERM stop a run") {
  const int number = GENERATE(SIGINT, SIGTERM);
  HttpServer server;
  server.on("/feed", [&](const HttpRequest& request, HttpReply& reply) {
    std::raise(number);
    stay_silent(request, reply);
  });
  Fetched fetched;
  Fetcher fetcher{with_timeout(60s), kNow};
  fetcher.add(request_for(server.url("/feed")), collect_into(fetched));

  CHECK(fetcher.run() == FetchEnd::Stopped);
  CHECK(fetched.result.status == FetchStatus::Interrupted);
}

TEST_CASE("a run ends when its time is over") {
  HttpServer server;
  server.on("/feed", stay_silent);
  Fetched fetched;
  Fetcher fetcher{with_timeout(60s), kNow};
  fetcher.add(request_for(server.url("/feed")), collect_into(fetched));

  CHECK(fetcher.run(1s) == FetchEnd::OutOfTime);
  CHECK(fetched.result.status == FetchStatus::Interrupted);
}
