#include "fetch/failure_words.h"

#include "support/catch.h"

#include <curl/curl.h>

#include <cerrno>

using namespace collector;

namespace {

const WebUrl kUrl{.text = "https://example.org/feed",
                  .scheme = "https",
                  .host = "example.org",
                  .port = 443,
                  .user = "",
                  .password = ""};

std::string words(CURLcode code, const std::string& detail = {}, int system_error = 0,
                  const std::string& proxy = {}) {
  return transfer_words({.code = code,
                         .system_error = system_error,
                         .detail = detail,
                         .encoding = {},
                         .expired_on = {},
                         .url = kUrl,
                         .proxy = proxy,
                         .connected = true,
                         .timeout = std::chrono::seconds{30}});
}

}  // namespace

TEST_CASE("each way to fail has words of its own") {
  struct Row {
    CURLcode code;
    std::string detail, words;
  };

  const auto row = GENERATE(values<Row>({
      {CURLE_COULDNT_RESOLVE_HOST, "", "the host example.org cannot be found"},
      {CURLE_COULDNT_CONNECT, "", "no connection to example.org port 443: cannot connect"},
      {CURLE_OPERATION_TIMEDOUT, "",
       "timeout: no complete answer from example.org within 30 s"},
      {CURLE_OPERATION_TIMEDOUT, "Operation too slow. Less than 100 bytes/sec",
       "example.org sends too slowly"},
      {CURLE_PEER_FAILED_VERIFICATION, "SSL certificate problem: self-signed certificate",
       "the certificate of example.org is not trusted: self-signed certificate"},
      {CURLE_PEER_FAILED_VERIFICATION,
       "SSL: no alternative certificate subject name matches target host name 'example.org'",
       "the certificate of example.org is for another host"},
      {CURLE_SSL_CACERT_BADFILE, "", "the certificates in settings.ca_file cannot be read"},
      {CURLE_SSL_CONNECT_ERROR, "wrong version number",
       "no TLS with example.org: wrong version number"},
      {CURLE_PARTIAL_FILE, "", "truncated: the connection ended before the document did"},
      {CURLE_GOT_NOTHING, "", "example.org closed the connection without an answer"},
      {CURLE_SEND_ERROR, "", "the connection to example.org broke"},
      {CURLE_RECV_ERROR, "", "the connection to example.org broke"},
      {CURLE_BAD_CONTENT_ENCODING, "", "the body is packed in a way that cannot be read"},
      {CURLE_WEIRD_SERVER_REPLY, "", "example.org does not answer in HTTP"},
      {CURLE_UNSUPPORTED_PROTOCOL, "", "example.org does not answer in HTTP"},
      {CURLE_OUT_OF_MEMORY, "", "example.org: Out of memory"},
  }));

  CHECK(words(row.code, row.detail) == row.words);
}

TEST_CASE("what fails at the proxy is told of it, and without its password") {
  const std::string proxy = "http://me:sec@ret/@proxy.example:3128/";

  CHECK(words(CURLE_COULDNT_RESOLVE_PROXY, "", 0, proxy) ==
        "the proxy proxy.example:3128 cannot be found");
  CHECK(words(CURLE_COULDNT_CONNECT, "", ECONNREFUSED, proxy) ==
        "no connection to the proxy proxy.example:3128: Connection refused");
  CHECK(words(CURLE_PROXY, "", 0, proxy) ==
        "the proxy proxy.example:3128 does not let example.org be asked");
}

TEST_CASE("what a body is packed in is told, where its answer says it") {
  const auto code = GENERATE(CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR);

  CHECK(transfer_words({.code = code,
                        .detail = {},
                        .encoding = "br",
                        .expired_on = {},
                        .url = kUrl,
                        .proxy = {}}) ==
        "the body is packed in a way that cannot be read (Content-Encoding: br)");
}

TEST_CASE("what the system says of a connection is passed on") {
  CHECK(words(CURLE_COULDNT_CONNECT, "", ECONNREFUSED) ==
        "no connection to example.org port 443: Connection refused");
}

TEST_CASE("a private address is told once") {
  CHECK(private_words("nas.example", "10.0.0.1") ==
        "refused: nas.example is the private address 10.0.0.1 (settings.allow_private_hosts "
        "permits it)");
  CHECK(private_words("10.0.0.1", "10.0.0.1") ==
        "refused: 10.0.0.1 is a private address (settings.allow_private_hosts permits it)");
}

TEST_CASE("an answer that is no feed is told by its status, or as the challenge that it is") {
  ResponseHead head;
  head.status = 404;
  CHECK(status_words(head, "<html>nothing here") == "404 Not Found");
  head.status = 418;
  CHECK(status_words(head, "") == "HTTP status 418");
  head.status = 403;
  CHECK(status_words(head, "<script src=/hcaptcha.js>") ==
        "403: a bot challenge instead of the feed");
  CHECK(status_words(head, "<script>window._cf_chl_opt={}") ==
        "403: a bot challenge instead of the feed");
  CHECK(status_words(head, "<noscript>Please enable JavaScript") ==
        "403: a bot challenge instead of the feed");
  head.mitigated = "challenge";
  CHECK(status_words(head, "") == "403: a bot challenge instead of the feed");
}

TEST_CASE("a duration is told in the largest unit that fits") {
  using namespace std::chrono;
  CHECK(duration_words(seconds{90}) == "90 s");
  CHECK(duration_words(minutes{119}) == "119 min");
  CHECK(duration_words(hours{4}) == "4 h");
  CHECK(duration_words(hours{47}) == "47 h");
  CHECK(duration_words(hours{49}) == "2 days");
}
