#include "normalise/entry_links.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("links with a slip lead where they are meant to") {
  const std::string base = "https://larch.example/feed.xml";

  CHECK(resolve_link(base, "www.larch.example/a?b=1&amp;c=2") ==
        "https://www.larch.example/a?b=1&c=2");
  CHECK(resolve_link({}, "WWW.larch.example") == "http://WWW.larch.example");
  CHECK(resolve_link(base, "www.html") == "https://larch.example/www.html");
  CHECK(resolve_link(base, " /a?b=1&c=2 ") == "https://larch.example/a?b=1&c=2");
  CHECK(resolve_link({}, "a?b=1&#038;c=2&amp;amp;d") == "a?b=1&c=2&amp;d");
}
