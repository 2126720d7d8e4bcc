#include "web/access.h"

#include "support/catch.h"

using namespace collector;

namespace {

WebRequest request_from(const std::string& peer, const std::string& host) {
  WebRequest request;
  request.method = "GET";
  request.path = "/";
  request.peer = peer;
  request.headers.add("host", host);
  return request;
}

/// The status of the refusal, 0 when there is none.
template <typename Call>
int refused(Call&& call) {
  try {
    call();
  } catch (const Refusal& refusal) {
    return refusal.status;
  }
  return 0;
}

int refused(const AccessControl& access, const WebRequest& request) {
  return refused([&] { (void)access.user_of(request); });
}

Serve behind_proxy() {
  Serve serve;
  serve.trusted_proxy = "192.0.2.1";
  serve.user_header = "X-Remote-User";
  return serve;
}

}  // namespace

TEST_CASE("without a proxy only this machine is answered, by its own names") {
  const AccessControl access({}, "Ana");

  CHECK(access.user_of(request_from("127.0.0.1", "localhost:8080")) == "Ana");
  CHECK(access.user_of(request_from("::1", "[::1]:8080")) == "Ana");
  CHECK(access.user_of(request_from("127.0.0.1", "127.0.0.1")) == "Ana");
  CHECK(refused(access, request_from("192.0.2.7", "localhost")) == 403);
  CHECK(refused(access, request_from("127.0.0.1", "news.example")) == 421);
  CHECK(refused(access, request_from("127.0.0.1", "127.0.0.1.evil.example")) == 421);
  CHECK(refused(access, request_from("127.0.0.1", "")) == 421);
}

TEST_CASE("a name in a header counts from the proxy alone") {
  const AccessControl access(behind_proxy(), "root");
  WebRequest trusted = request_from("192.0.2.1", "news.example");
  CHECK(refused(access, trusted) == 403);
  trusted.headers.add("x-remote-user", " Eva\tMaria\n");
  CHECK(access.user_of(trusted) == "Eva Maria");

  WebRequest forged = request_from("127.0.0.1", "localhost");
  forged.headers.add("x-remote-user", "Eva");
  CHECK(refused(access, forged) == 403);

  trusted.headers.add("x-remote-user", "Ben");
  CHECK(refused(access, trusted) == 403);
}

TEST_CASE("read-only pages may be shown to everybody") {
  Serve serve;
  serve.read_only = true;
  const AccessControl access(serve, "Ana");

  CHECK(access.user_of(request_from("192.0.2.7", "news.example")) == "Ana");
  CHECK(refused(access, request_from("127.0.0.1", "evil.example")) == 421);
}

TEST_CASE("a token is good for one user, and never the same twice") {
  const AccessControl access({}, "Ana");
  const std::string token = access.token_for("Ana");

  CHECK(access.is_token_of("Ana", token));
  CHECK(token != access.token_for("Ana"));
  CHECK_FALSE(access.is_token_of("Ben", token));
  CHECK_FALSE(access.is_token_of("Ana", ""));
  CHECK_FALSE(access.is_token_of("Ana", token + "0"));
  CHECK_FALSE(AccessControl({}, "Ana").is_token_of("Ana", token));
}

TEST_CASE("a form comes from a page of this site or is refused") {
  const AccessControl access({}, "Ana");
  const auto status = [&](const std::string& name, const std::string& value) {
    WebRequest request = request_from("127.0.0.1", "localhost:8080");
    request.headers.add(name, value);
    return refused([&] { access.check_origin(request); });
  };

  CHECK(status("origin", "http://localhost:8080") == 0);
  CHECK(status("origin", "https://localhost:8080") == 0);
  CHECK(status("sec-fetch-site", "same-origin") == 0);
  CHECK(status("origin", "http://localhost:9090") == 403);
  CHECK(status("origin", "null") == 403);
  CHECK(status("origin", "https://evil.example") == 403);
  CHECK(status("sec-fetch-site", "cross-site") == 403);
  CHECK(status("sec-fetch-site", "same-site") == 403);
}
