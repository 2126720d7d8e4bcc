// Answers as servers should not write them, and as some do.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "support/packed.h"

#include <atomic>

using namespace collector;
using namespace collector::test;

namespace {

/// Says `answer`, byte for byte, and ends the connection.
HttpServer::Endpoint say(const std::string& answer) {
  return [=](const HttpRequest&, HttpReply& reply) {
    reply.send(answer);
    reply.close();
  };
}

Fetched fetch_answer(const std::string& answer) {
  HttpServer server;
  server.on("/feed", say(answer));
  return fetch_one(server.url("/feed"));
}

Fetched fetch_packed(const std::string& encoding, const std::string& body) {
  return fetch_answer("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\n\r\n" + body);
}

/// `count` requests to one host, each after the one before.
std::vector<Fetched> fetch_in_turn(const HttpServer& server, std::size_t count) {
  Settings settings = local_settings();
  settings.max_per_host = 1;
  return fetch_all(std::vector<FetchRequest>(count, request_for(server.url("/feed"))),
                   settings);
}

}  // namespace

TEST_CASE("an answer that leaves no doubt is read, however it is written") {
  struct Row {
    const char* name;
    std::string answer;
  };

  const auto row = GENERATE(values<Row>({
      {"after an interim answer",
       "HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\n\r\n"
       "HTTP/1.1 200 OK\r\nETag: \"t\"\r\nContent-Length: 1\r\n\r\nx"},
      {"after several",
       "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
       "HTTP/1.1 200 OK\r\nETag: \"t\"\r\nContent-Length: 1\r\n\r\nx"},
      {"without a reason", "HTTP/1.1 200\r\nETag: \"t\"\r\nContent-Length: 1\r\n\r\nx"},
      {"with bare line feeds", "HTTP/1.1 200 OK\nETag: \"t\"\nContent-Length: 1\n\nx"},
      {"in HTTP/1.0", "HTTP/1.0 200 OK\r\nETag: \"t\"\r\n\r\nx"},
      {"to the length that is told",
       "HTTP/1.1 200 OK\r\nETag: \"t\"\r\nContent-Length: 1\r\n\r\nxyz"},
      {"with a length that does not count",
       "HTTP/1.1 200 OK\r\nETag: \"t\"\r\nTransfer-Encoding: chunked\r\nContent-Length: "
       "9\r\n\r\n"
       "1;a=b\r\nx\r\n0\r\nETag: \"trailer\"\r\n\r\n"},
      {"with a field over two lines",
       "HTTP/1.1 200 OK\r\nETag:\r\n \"t\"\r\nContent-Length: 1\r\n\r\nx"},
  }));
  INFO(row.name);

  const Fetched fetched = fetch_answer(row.answer);

  CHECK(fetched.result.error.empty());
  CHECK(fetched.body == "x");
  CHECK(fetched.result.validators == Validators{"\"t\"", ""});
}

TEST_CASE("what is no answer in HTTP is called so") {
  const std::string answer = GENERATE(values<std::string>({
      "<rss version=\"2.0\"/>",  // HTTP/0.9
      "ICY 200 OK\r\n\r\nx",
      "HTTP/1.1 2000 OK\r\n\r\nx",
      "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
      "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
      "HTTP/1.1 200 OK\r\nHTTP/1.1 410 Gone\r\n\r\nx",
  }));
  CAPTURE(answer);

  CHECK(fetch_answer(answer).result.error == "127.0.0.1 does not answer in HTTP");
}

TEST_CASE("a body is unpacked by any name of how it is packed") {
  CHECK(fetch_packed("gzip", packed("hello", Packing::Gzip)).body == "hello");
  CHECK(fetch_packed("GZIP", packed("hello", Packing::Gzip)).body == "hello");
  CHECK(fetch_packed("x-gzip", packed("hello", Packing::Gzip)).body == "hello");
  CHECK(fetch_packed("deflate", packed("hello", Packing::Zlib)).body == "hello");
  CHECK(fetch_packed("deflate", packed("hello", Packing::Deflate)).body == "hello");
  CHECK(fetch_packed("identity", "hello").body == "hello");
  CHECK(fetch_packed("", "hello").body == "hello");
}

TEST_CASE("a body that is not packed as its answer says is a failure that names it") {
  const std::string hello = packed("hello", Packing::Gzip);

  CHECK(fetch_packed("UTF-8", "hello").result.error ==
        "the body is packed in a way that cannot be read (Content-Encoding: UTF-8)");
  for (const std::string& body : {std::string("hello"), hello + hello, hello + "more"}) {
    CHECK(fetch_packed("gzip", body).result.error ==
          "the body is packed in a way that cannot be read (Content-Encoding: gzip)");
  }
}

TEST_CASE("a status that brings no document is no document, whatever comes with it") {
  const int status = GENERATE(101, 202, 204, 205, 206, 226, 300, 305, 306, 399, 999);
  HttpServer server;
  server.on("/feed", say(http_answer(status, {{"Location", "/other"}}, "<rss/>")));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.error == "HTTP status " + std::to_string(status));
  CHECK(fetched.begins == 0);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("a document that a proxy has changed on the way is one") {
  HttpServer server;
  server.on("/feed", http_answer(203, {{"ETag", "\"t\""}}, "<rss/>"));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.result.status == FetchStatus::Fetched);
  CHECK(fetched.result.http_status == 203);
  CHECK(fetched.result.validators == Validators{"\"t\"", ""});
  CHECK(fetched.body == "<rss/>");
}

TEST_CASE("what is said ahead of a request answers none") {
  const std::string ahead = GENERATE(values<std::string>({
      http_answer(200, {}, "of nobody"),
      http_answer(408, {{"Connection", "close"}}),
      "more",
  }));
  CAPTURE(ahead);
  HttpServer server;
  server.on_anything([&](const HttpRequest& request, HttpReply& reply) {
    reply.send(http_answer(200, {}, request.target) + ahead);
  });
  Settings settings = local_settings();
  settings.max_per_host = 1;

  const auto all =
      fetch_all({request_for(server.url("/a")), request_for(server.url("/b"))}, settings);

  CHECK(all[0].body == "/a");
  CHECK(all[1].body == "/b");
}

TEST_CASE("a connection that a server ends without a word is replaced") {
  HttpServer server;
  server.on_anything(say(http_answer(200, {}, "x")));

  for (const Fetched& fetched : fetch_in_turn(server, 6))
    CHECK(fetched.result.error.empty());
}

TEST_CASE("a connection that is ended when its next request comes is replaced each time") {
  HttpServer server;
  std::atomic<int> last_connection = 0;
  server.on_anything([&](const HttpRequest& request, HttpReply& reply) {
    if (last_connection.exchange(request.connection) == request.connection) {
      reply.close();
    } else {
      reply.send(http_answer(200, {}, "x"));
    }
  });

  for (const Fetched& fetched : fetch_in_turn(server, 20))
    CHECK(fetched.result.error.empty());
}

TEST_CASE("a server that ends a new connection without an answer is asked once") {
  HttpServer server;
  server.on("/feed", say(""));

  CHECK(fetch_one(server.url("/feed")).result.error ==
        "127.0.0.1 closed the connection without an answer");
  CHECK(server.requests().size() == 1);
}

TEST_CASE("validators go back byte for byte, whatever they look like") {
  const std::string etag = GENERATE(values<std::string>(
      {"\"\"", "bare", "W/\"\"", "\"a\"b\"", "\"caf\xe9\"", "\"a, b\";c", "*"}));
  CAPTURE(etag);
  HttpServer server;
  server.on("/feed",
            http_answer(200, {{"ETag", etag}, {"Last-Modified", "\xff, yesterday"}}, "x"));
  FetchRequest again = request_for(server.url("/feed"));
  again.validators = fetch_one(again).result.validators;

  fetch_one(again);

  CHECK(server.requests().back().header("If-None-Match") == etag);
  CHECK(server.requests().back().header("If-Modified-Since") == "\xff, yesterday");
}
