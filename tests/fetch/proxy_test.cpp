#include "fetch/proxy.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("each scheme has its proxy, and some hosts have none") {
  struct Row {
    std::string none, url, proxy;
  };

  const auto row = GENERATE(values<Row>({
      {"", "http://example.org/", "plain:1"},
      {"", "https://example.org/", "secure:2"},
      {"example.org", "http://example.org/", ""},
      {"example.org", "http://www.example.org/", ""},
      {".example.org", "http://www.example.org/", ""},
      {"example.org", "http://notexample.org/", "plain:1"},
      {"a, example.org", "http://example.org/", ""},
      {"127.0.0.1,::1", "http://[::1]/", ""},
      {"127.0.0.1,[::1]", "http://[::1]/", ""},
      {"127.0.0.1,0::1", "http://[::1]/", ""},
      {"Example.ORG", "http://www.example.org/", ""},
      {"example.org", "http://www.example.org./", ""},
      {"example.org.", "http://example.org/", ""},
      {"10.0.0.0/8", "http://10.1.2.3/", ""},
      {"10.0.0.0/8", "http://11.1.2.3/", "plain:1"},
      {"10.0.0.0/9", "http://10.128.0.1/", "plain:1"},
      {"fd00::/8", "http://[fdff::1]/", ""},
      {"0.0.0.0/0", "http://[::1]/", "plain:1"},
      {"10.0.0.0/33", "http://10.0.0.0/", "plain:1"},
      {"10.0.0.0/8x", "http://10.0.0.0/", "plain:1"},
      {"10.0.0.0/8", "http://example.org/", "plain:1"},
      {"*", "https://example.org/", ""},
  }));
  INFO(row.none << " " << row.url);
  const auto url = parse_web_url(row.url);
  REQUIRE(url);

  CHECK(proxy_for({"plain:1", "secure:2", row.none}, *url) == row.proxy);
}

TEST_CASE("of a proxy only host and port are shown") {
  CHECK(shown_proxy("http://proxy.example:3128") == "proxy.example:3128");
  CHECK(shown_proxy("socks5h://me:secret@[::1]:1080/") == "[::1]:1080");
  CHECK(shown_proxy("me:secret@proxy.example") == "proxy.example");
  CHECK(shown_proxy("http://me:se://c@r/et@proxy.example:3128/") == "proxy.example:3128");
}
