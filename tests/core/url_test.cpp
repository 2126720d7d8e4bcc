
#include "core/url.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

TEST_CASE("references are resolved as RFC 3986 says") {
  struct Case {
    std::string reference;
    std::string expected;
  };

  const std::string base = "http://a/b/c/d;p?q";
  const std::vector<Case> cases = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {" \n g ", "http://a/b/c/g"},
      {"über", "http://a/b/c/über"},
  };
  for (const Case& c : cases) {
    INFO(c.reference);
    CHECK(resolve_url(base, c.reference) == c.expected);
  }
}

TEST_CASE("references below a relative base stay below it") {
  struct Case {
    std::string base;
    std::string reference;
    std::string expected;
  };

  const std::vector<Case> cases = {
      {"/blog/", "2024/", "/blog/2024/"},
      {"/blog/2024/", "../a", "/blog/a"},
      {"blog/", "a", "blog/a"},
      {"../blog/", "a", "../blog/a"},
      {"blog/", "/a", "/a"},
      {"blog/a", "?q", "blog/a?q"},
      {"blog/a?q", "#f", "blog/a?q#f"},
      {"blog/", "//example.org/a", "//example.org/a"},
      {"//example.org/a/", "../b", "//example.org/b"},
      {"./a:b.html", "", "./a:b.html"},
      {"./a:b.html", "#f", "./a:b.html#f"},
      {"./a:b/", "c.html", "./a:b/c.html"},
      {"./", "./a:b.html", "././a:b.html"},
  };
  for (const Case& c : cases) {
    INFO(c.base << " " << c.reference);
    const std::string joined = resolve_url(c.base, c.reference);
    CHECK(joined == c.expected);
    CHECK(resolve_url("https://example.org/x/y", joined) ==
          resolve_url(resolve_url("https://example.org/x/y", c.base), c.reference));
  }
}

TEST_CASE("a path never turns into a host") {
  CHECK(resolve_url("file:/a/b", "..//c") == "file:/.//c");
  CHECK(resolve_url("/a/b", "..//c") == "/.//c");
}

TEST_CASE("without a usable base a reference stays as it is") {
  CHECK(resolve_url("", "https://example.org/a") == "https://example.org/a");
  CHECK(resolve_url("", "a/b") == "a/b");
  CHECK(resolve_url("urn:uuid:1", "a") == "a");
  CHECK(resolve_url("https://example.org", "a") == "https://example.org/a");
}

TEST_CASE("only http and https with a host are web URLs") {
  for (const std::string url :
       {"http://example.org", "HTTPS://example.org/a?b#c", "https://münchen.example/",
        "http://[::1]:80/", "http://u@h/"}) {
    INFO(url);
    CHECK(is_web_url(url));
  }
  for (const std::string url :
       {"", "example.org", "//example.org", "/path", "javascript:alert(1)",
        "http:", "https:///a", "ftp://example.org", "http://a b/", "java\nscript:alert(1)",
        "data:text/html,x", "xmpp:a@b?;node=c", "http://<b>/"}) {
    INFO(url);
    CHECK_FALSE(is_web_url(url));
  }
}

TEST_CASE("the host comes without user and port, in lower case") {
  CHECK(host_of("https://User@Example.ORG:8080/a") == "example.org");
  CHECK(host_of("http://[2001:db8::1]:80/") == "[2001:db8::1]");
  CHECK(host_of("mailto:a@b").empty());
}

TEST_CASE("a bare host is that of the site, with or without www") {
  CHECK(bare_host("https://WWW.Example.org:8080/a") == "example.org");
  CHECK(bare_host("https://me@example.org") == "example.org");
  CHECK(bare_host("example.org/a").empty());
}

TEST_CASE("a front page has nothing behind its host") {
  CHECK(is_front_page("https://example.org"));
  CHECK(is_front_page("https://example.org/"));
  for (const std::string url : {"https://example.org/a", "https://example.org?p=12",
                                "https://example.org/#!/a", "mailto:a@example.org", ""}) {
    INFO(url);
    CHECK_FALSE(is_front_page(url));
  }
}

TEST_CASE("the segments of a path are what stands between its slashes") {
  CHECK(path_segments("/a//b%2Fc/") == std::vector<std::string>{"a", "b%2Fc"});
  CHECK(path_segments("/").empty());
}

TEST_CASE("percent-encoding is taken back byte by byte") {
  CHECK(percent_decoded("v1%2B2%2fx") == "v1+2/x");
  CHECK(percent_decoded("%zz 100% %4") == "%zz 100% %4");
  CHECK(encoded_byte("a%c3", 1) == 0xC3);
  CHECK(encoded_byte("a%c", 1) == -1);
}

TEST_CASE("an address that can be asked wants nothing") {
  const auto text = GENERATE(as<std::string>(), "https://quay.example",
                             "HTTP://quay.example/a%20b?c#d", "https://me:secret@quay.example/",
                             "https://[::1]:8080/", "http://bücher.example/");

  CHECK(wanted_address(text).empty());
}

TEST_CASE("of an address that cannot be asked it is said what is wrong") {
  for (const std::string text : {"", "quay.example", "ftp://quay.example", "https://",
                                 "https:///feed", "https://:80", "https//quay.example"})
    CHECK_THAT(wanted_address(text), ContainsSubstring("begins with https://"));
  CHECK_THAT(wanted_address("https://quay.example/a b"), ContainsSubstring("without spaces"));
  CHECK_THAT(wanted_address("https://quay.example/a\tb"), ContainsSubstring("control"));
}

TEST_CASE("spaces of an address are written as browsers send them") {
  CHECK(with_encoded_spaces("https://quay.example/a b c") == "https://quay.example/a%20b%20c");
  CHECK(with_encoded_spaces("https://quay.example/") == "https://quay.example/");
}
