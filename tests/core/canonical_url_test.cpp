
#include "core/canonical_url.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

TEST_CASE("the usual spellings of one page are equal") {
  const std::vector<std::vector<std::string>> same = {
      {"https://example.org/post", "http://www.example.org/post/",
       "HTTPS://Example.ORG:443/post", "https://example.org//post?utm_source=x&utm_medium=y",
       "https://example.org/post#comments", "https://example.org/a/../post?fbclid=1",
       " https://example.org/post\n"},
      {"https://example.org", "http://example.org/", "https://www.example.org./"},
      {"https://example.org/gr%c3%bc%C3%9fe", "https://example.org/grüße"},
      {"https://forum.example/t/old-title/42", "https://forum.example/t/new-title/42/3",
       "https://forum.example/t/42"},
      {"https://social.example/node/pubsub.example/News/hello-1",
       "https://social.example/community/pubsub.example/News/hello-1",
       "https://social.example/?node/pubsub.example/News/hello-1"},
      {"https://blog.example/b/hello", "https://blog.example/blog/view/blog.example/@/id/hello",
       "http://blog.example/b/hello/a-long-title"},
      {"https://github.com/Owner/Repo/releases/tag/v1.0",
       "https://github.com/owner/repo/tree/v1.0",
       "https://github.com/owner/repo/releases/download/v1.0/repo-1.0.tar.gz"},
      {"https://codeberg.org/o/r/releases/tag/v1.0", "https://codeberg.org/o/r/src/tag/v1.0",
       "https://codeberg.org/o/r/releases/tag/1.0"},
      {"https://gitlab.com/o/r/-/releases/1.0", "https://gitlab.com/o/r/-/tags/1.0"},
      {"https://git.sr.ht/~o/r/refs/1.0", "https://git.sr.ht/~o/r/log/1.0"},
  };
  for (const auto& spellings : same) {
    for (const std::string& spelling : spellings) {
      INFO(spelling);
      CHECK(canonical_url(spelling) == canonical_url(spellings.front()));
      CHECK(canonical_url(canonical_url(spelling)) == canonical_url(spelling));
    }
  }
}

TEST_CASE("different pages stay different") {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"https://example.org/?p=1", "https://example.org/?p=2"},
      {"https://example.org/a", "https://example.org/A"},
      {"https://example.org:8443/", "https://example.org/"},
      {"https://example.org/a%2Fb", "https://example.org/a/b"},
      {"https://example.org/#!/a", "https://example.org/#!/b"},
      {"https://forum.example/t/a/1", "https://forum.example/t/a/2"},
      {"https://github.com/o/r/releases/tag/V1", "https://github.com/o/r/releases/tag/v1"},
      {"https://github.com/o/r/releases/tag/vnext", "https://github.com/o/r/releases/tag/next"},
      {"https://github.com/o/r/tree/main", "https://github.com/o/r/releases/tag/main"},
  };
  for (const auto& [one, other] : pairs) {
    INFO(one << " " << other);
    CHECK(canonical_url(one) != canonical_url(other));
  }
}

TEST_CASE("a canonical URL is its own canonical form, however odd the page") {
  for (const std::string url :
       {"https://example.org/%%43d9", "http://www.www.example.org/",
        "https://example.org//?node/a", "https://example.org/?node//node/../a?b",
        "http://..:50/a", "https://example.org/a%zz"}) {
    INFO(url);
    CHECK(canonical_url(canonical_url(url)) == canonical_url(url));
  }
  CHECK(canonical_url("http://../a").empty());
}

TEST_CASE("a printed URL loses its tracking and keeps all else") {
  CHECK(printable_url("https://Example.org/a/?utm_source=x&id=7&UTM_medium=y#top") ==
        "https://Example.org/a/?id=7#top");
  CHECK(printable_url("https://example.org//a//b") == "https://example.org/a/b");
  CHECK(printable_url("https://example.org/web/2020/https://example.net//a") ==
        "https://example.org/web/2020/https://example.net/a");
  CHECK(printable_url("https://example.org/a?source=rss-b49------2&source=me") ==
        "https://example.org/a?source=me");
  CHECK(printable_url("https://example.org/a?pk_kwd=x&_GA=1.2&at_medium=RSS&pk=3&at=4") ==
        "https://example.org/a?pk=3&at=4");
  CHECK(printable_url("https://example.org/a#xtor=RSS-1") == "https://example.org/a");
  CHECK(printable_url("https://example.org/a?utm_source=x") == "https://example.org/a");
  CHECK(printable_url("https://example.org/a b\"<c>") == "https://example.org/a%20b%22%3Cc%3E");
  CHECK(printable_url("https://example.org/日本?q=ü") == "https://example.org/日本?q=ü");
}

TEST_CASE("the place on a page is its anchor, never a route or a tracker") {
  CHECK(place_on_page("https://example.org/changes#v1.2") == "v1.2");
  CHECK(place_on_page("https://example.org/changes?a=1") == "");
  CHECK(place_on_page("https://example.org/#!/post") == "");
  CHECK(place_on_page(printable_url("https://example.org/a#xtor=RSS-1")) == "");
}

TEST_CASE("what is no web page has no canonical URL") {
  for (const std::string url : {"", "example.org", "//example.org", "http:", "https:///a",
                                "ftp://example.org", "http://a b/", "java\nscript:alert(1)",
                                "data:text/html,x", "xmpp:a@b?;node=c", "http://<b>/"}) {
    INFO(url);
    CHECK(canonical_url(url).empty());
  }
}
