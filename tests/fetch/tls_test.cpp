// Encrypted connections: which certificates are trusted, and what is said of the others.
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/certificate.h"
#include "support/nginx_server.h"

using namespace collector;
using namespace collector::test;

namespace {

Settings trusting(const NginxServer& server) {
  Settings settings = local_settings();
  settings.ca_file = server.certificate_file();
  return settings;
}

/// Says why and returns true when TLS cannot be tested here.
bool lacks_nginx() {
  if (!has_nginx()) WARN("skipped: nginx is not installed");
  return !has_nginx();
}

}  // namespace

TEST_CASE("a trusted certificate opens the way, over HTTP/2 where the server offers it") {
  if (lacks_nginx()) return;
  const NginxServer server{make_certificate({.alternative_name = "IP:127.0.0.1"})};

  const Fetched fetched = fetch_one(server.url("127.0.0.1", "/feed"), trusting(server));

  CHECK(fetched.result.error.empty());
  CHECK(fetched.result.status == FetchStatus::Fetched);
  CHECK(fetched.body == "HTTP/2.0");
}

TEST_CASE("requests to one host share a connection over HTTP/2") {
  if (lacks_nginx()) return;
  const NginxServer server{make_certificate({.alternative_name = "IP:127.0.0.1"})};
  const std::vector<FetchRequest> requests(10, request_for(server.url("127.0.0.1", "/feed")));

  for (const Fetched& fetched : fetch_all(requests, trusting(server))) {
    CHECK(fetched.body == "HTTP/2.0");
  }
}

TEST_CASE("a server may end a connection after a few requests over HTTP/2") {
  if (lacks_nginx()) return;
  const NginxServer server{make_certificate({.alternative_name = "IP:127.0.0.1"})};
  const std::vector<FetchRequest> requests(60, request_for(server.url("127.0.0.1", "/feed")));

  for (const Fetched& fetched : fetch_all(requests, trusting(server))) {
    CHECK(fetched.result.error.empty());
  }
}

TEST_CASE("a redirect that gives up encryption is refused") {
  if (lacks_nginx()) return;
  const NginxServer server{make_certificate({.alternative_name = "IP:127.0.0.1"})};

  const Fetched fetched = fetch_one(server.url("127.0.0.1", "/unprotected"), trusting(server));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error,
             StartsWith("refused a redirect from https to http: http://"));
}

TEST_CASE("a certificate that nobody has vouched for is refused") {
  if (lacks_nginx()) return;
  const NginxServer server{make_certificate({.alternative_name = "IP:127.0.0.1"})};

  const Fetched fetched = fetch_one(server.url("127.0.0.1", "/feed"));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error, StartsWith("the certificate of 127.0.0.1 is not trusted: "));
}

TEST_CASE("a certificate that has ended is refused, and called so") {
  if (lacks_nginx()) return;
  const NginxServer server{
      make_certificate({.alternative_name = "IP:127.0.0.1", .days_from_now = -3})};

  const Fetched fetched = fetch_one(server.url("127.0.0.1", "/feed"), trusting(server));

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_THAT(fetched.result.error, StartsWith("the certificate of 127.0.0.1 expired on "));
}

TEST_CASE("a certificate for another host is refused, and called so") {
  if (lacks_nginx()) return;
  const NginxServer server{make_certificate({.alternative_name = "DNS:other.example"})};

  const Fetched fetched = fetch_one(server.url("127.0.0.1", "/feed"), trusting(server));

  CHECK(fetched.result.error == "the certificate of 127.0.0.1 is for another host");
}

TEST_CASE("certificates that cannot be read are a failure of the settings, in words") {
  Settings settings = local_settings();
  settings.ca_file = "/nonexistent/ca.pem";

  const Fetched fetched = fetch_one("https://127.0.0.1:1/feed", settings);

  CHECK(fetched.result.status == FetchStatus::Failed);
  CHECK_FALSE(fetched.result.error.empty());
}
