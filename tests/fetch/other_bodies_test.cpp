// Answers that are told by their status, whatever their bodies are like.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"

using namespace collector;
using namespace collector::test;

namespace {

/// Header fields of a body that is not what they say.
const char* any_bad_body() {
  return GENERATE("Content-Length: 100\r\n", "Content-Length: 4\r\nContent-Encoding: gzip\r\n",
                  "Content-Length: 4\r\nContent-Encoding: unheard-of\r\n",
                  "Content-Length: 4\r\nContent-Encoding: gzip, gzip\r\n",
                  "Content-Length: 5000000000\r\n", "Transfer-Encoding: chunked\r\n");
}

/// Sends the head, with `fields`, and four bytes of a body; then the connection ends.
HttpServer::Endpoint cut_off(const std::string& status_line, const std::string& fields) {
  return [=](const HttpRequest&, HttpReply& reply) {
    reply.send("HTTP/1.1 " + status_line + "\r\n" + fields + "\r\nnone");
    reply.close();
  };
}

}  // namespace

TEST_CASE("a server that wants to be left alone is, whatever the body of its answer") {
  const std::string fields = any_bad_body();
  CAPTURE(fields);
  HttpServer server;
  server.on("/feed", cut_off("429 Too Many Requests", fields + "Retry-After: 86400\r\n"));

  const FetchResult result = fetch_one(server.url("/feed")).result;

  CHECK(result.status == FetchStatus::Held);
  CHECK(result.held_host == "127.0.0.1");
  CHECK(result.retry_after == seconds{86400});
  CHECK_THAT(result.error, StartsWith("429 Too Many Requests"));
}

TEST_CASE("a feed that is gone is gone, whatever the body of the answer") {
  const std::string fields = any_bad_body();
  CAPTURE(fields);
  HttpServer server;
  server.on("/feed", cut_off("410 Gone", fields));

  CHECK(fetch_one(server.url("/feed")).result.status == FetchStatus::Gone);
}

TEST_CASE("a redirect leads on, whatever its body") {
  const std::string fields = any_bad_body();
  CAPTURE(fields);
  HttpServer server;
  server.on("/feed", cut_off("301 Moved Permanently", fields + "Location: /new\r\n"));
  server.on("/new", http_answer(200, {}, "x"));

  const Fetched fetched = fetch_one(server.url("/feed"));

  CHECK(fetched.body == "x");
  CHECK(fetched.result.permanent_url == server.url("/new"));
}

TEST_CASE("an interim answer says nothing") {
  HttpServer server;
  server.on("/feed", cut_off("103 Early Hints", ""));

  CHECK(fetch_one(server.url("/feed")).result.status == FetchStatus::Failed);
}
