#include "fetch/web_url.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a URL is taken apart, and its secrets leave its text") {
  const auto url = parse_web_url("HTTPS://us%65r:p%40ss@Example.ORG:8443/a?b=c#d");

  REQUIRE(url);
  CHECK(url->text == "https://example.org:8443/a?b=c");
  CHECK(url->scheme == "https");
  CHECK(url->host == "example.org");
  CHECK(url->port == 8443);
  CHECK(url->user == "user");
  CHECK(url->password == "p@ss");
}

TEST_CASE("only http and https URLs with a host can be asked") {
  const std::string text = GENERATE(values<std::string>({
      "",
      "example.org/feed",
      "/feed",
      "file:///etc/passwd",
      "ftp://example.org/",
      "http://",
      "gopher://example.org/",
      "javascript:alert(1)",
      "http://exa mple.org/",
      "http://[::1",
  }));
  INFO(text);

  CHECK_FALSE(parse_web_url(text));
}

TEST_CASE("a host is known by its ASCII form, whatever its spelling") {
  struct Row {
    std::string text, host;
  };

  const auto row = GENERATE(values<Row>({
      {"http://bücher.example/", "xn--bcher-kva.example"},
      {"http://BÜCHER.example/", "xn--bcher-kva.example"},
      {"http://straße.example/", "xn--strae-oqa.example"},
      {"http://例え.テスト/", "xn--r8jz45g.xn--zckzah"},
      {"http://2130706433/", "127.0.0.1"},
      {"http://0x7f.1/", "127.0.0.1"},
      {"http://[::1]/", "::1"},
  }));
  INFO(row.text);

  const auto url = parse_web_url(row.text);

  REQUIRE(url);
  CHECK(url->host == row.host);
}

TEST_CASE("an address of IPv6 keeps its brackets and its port") {
  const auto url = parse_web_url("http://[2001:db8::1]:8080/feed?page=2&full");

  REQUIRE(url);
  CHECK(url->host == "2001:db8::1");
  CHECK(url->text == "http://[2001:db8::1]:8080/feed?page=2&full");
}

TEST_CASE("a plain address is what libcurl makes of it") {
  const std::string text = GENERATE(values<std::string>({
      "http://example.org/",
      "https://example.org/feed.xml",
      "https://www.example.org:8443/a/b_c~d-e/?feed=rss2&page=2",
      "http://xn--bcher-kva.example/feed",
      "http://127.0.0.1:18480/f/1.rss",
      "http://localhost:1/x",
      "http://localhost:65535/x",
      // Not quite plain.
      "http://example.org",
      "http://Example.org/Feed",
      "http://example.org:443/",
      "http://example.org:080/",
      "http://example.org:/",
      "http://example.org/a/../b",
      "http://example.org/a/./b",
      "http://example.org/.well-known/feed",
      "http://example.org/?",
      "http://example.org?a=b",
      "http://example.org/a?b=../c",
      "http://example.org/%7efeed",
      "http://example.org/a//b",
      "http://example.org./",
      "http://a_b.example.org/",
      "http://127.1/",
      "http://0177.0.0.1/",
      "http://127.0.0.01/",
      "http://0x7f000001/",
      "http://user@example.org/",
      "http://user:secret@example.org:81/a",
      "http://example.org@example.org:81/a",
      "http://[::1]:81/a",
  }));
  INFO(text);

  const auto url = parse_web_url(text);
  const auto by_libcurl = parse_web_url(text + "#fragment");

  REQUIRE(url);
  REQUIRE(by_libcurl);
  CHECK(url->text == by_libcurl->text);
  CHECK(url->scheme == by_libcurl->scheme);
  CHECK(url->host == by_libcurl->host);
  CHECK(url->port == by_libcurl->port);
  CHECK(url->user == by_libcurl->user);
  CHECK(url->password == by_libcurl->password);
}

TEST_CASE("a port that cannot be makes no address") {
  CHECK_FALSE(parse_web_url("http://example.org:65536/"));
  CHECK_FALSE(parse_web_url("http://example.org:0x50/"));
}

TEST_CASE("what a URL may not contain is escaped") {
  const auto url = parse_web_url("http://example.org/fäden und mehr");

  REQUIRE(url);
  CHECK(url->text == "http://example.org/f%c3%a4den%20und%20mehr");
}

TEST_CASE("a redirect leads where its location says, seen from where it was given") {
  struct Row {
    std::string location, target;
  };

  const auto row = GENERATE(values<Row>({
      {"/feed.xml", "https://example.org/feed.xml"},
      {"feed.xml?x=1", "https://example.org/blog/feed.xml?x=1"},
      {"../feed.xml", "https://example.org/feed.xml"},
      {"//example.net/feed", "https://example.net/feed"},
      {"/feed.xml#latest", "https://example.org/feed.xml"},
      {"HTTPS://EXAMPLE.net", "https://example.net/"},
      {"https://example.net:99999/feed", ""},
      {"//[::1]:8080/feed", "https://[::1]:8080/feed"},
      {"//0x7f.1/feed", "https://127.0.0.1/feed"},
      {"/with blank", "https://example.org/with%20blank"},
      {"/w\xc3\xa4re", "https://example.org/w%c3%a4re"},
      {"/w\xe4re", "https://example.org/w%e4re"},
      {"http://example.net/feed", "http://example.net/feed"},
      {"?page=2", "https://example.org/blog/?page=2"},
      {"file:///etc/passwd", ""},
      {"ftp://example.org/", ""},
  }));
  INFO(row.location);
  const auto base = parse_web_url("https://example.org/blog/");
  REQUIRE(base);

  const auto target = redirect_target(*base, row.location);

  CHECK((target ? target->text : "") == row.target);
}

TEST_CASE("credentials follow a redirect on their own host only") {
  struct Row {
    std::string base, location;
    bool kept;
  };

  const auto row = GENERATE(values<Row>({
      {"https://u:p@example.org/", "/feed", true},
      {"https://u:p@example.org/", "https://example.org/feed", true},
      {"https://u:p@example.org/", "https://example.net/feed", false},
      {"https://u:p@example.org/", "https://www.example.org/feed", false},
      {"https://u:p@example.org/", "https://example.org:8443/feed", false},
      {"https://u:p@example.org/", "http://example.org/feed", false},
      {"http://u:p@example.org/", "https://example.org/feed", true},
      {"http://u:p@example.org:8080/", "https://example.org/feed", false},
  }));
  INFO(row.base << " -> " << row.location);
  const auto base = parse_web_url(row.base);
  REQUIRE(base);

  const auto target = redirect_target(*base, row.location);

  REQUIRE(target);
  CHECK(target->user == (row.kept ? "u" : ""));
  CHECK(target->password == (row.kept ? "p" : ""));
}

TEST_CASE("credentials that a redirect brings along are not used") {
  const auto base = parse_web_url("https://example.org/");
  REQUIRE(base);

  const auto target = redirect_target(*base, "https://admin:secret@example.net/");

  REQUIRE(target);
  CHECK(target->user.empty());
  CHECK(target->text == "https://example.net/");
}
