#include "export/links.h"

#include "support/catch.h"

using namespace collector;

constexpr const char* kSite = "https://news.example";

TEST_CASE("links below the newsletter's own site are paths") {
  CHECK(printed_link("https://news.example/a?b=1#c", kSite) == "/a?b=1#c");
  CHECK(printed_link("http://www.news.example/a", kSite) == "/a");
  CHECK(printed_link("https://news.example/", kSite) == "/");
  CHECK(printed_link("https://news.example", kSite) == "https://news.example");
  CHECK(printed_link("https://news.example.org/a", kSite) == "https://news.example.org/a");
  CHECK(printed_link("https://wiki.news.example/a", kSite) == "https://wiki.news.example/a");
  CHECK(printed_link("https://news.example/a", "") == "https://news.example/a");
}

TEST_CASE("links are printed clean and readable") {
  CHECK(printed_link("https://nest.example//a/?utm_source=feed", kSite) ==
        "https://nest.example/a/");
  CHECK(printed_link("https://xn--mnchen-3ya.example/a", kSite) == "https://münchen.example/a");
}

TEST_CASE("an item's link is secure where the item itself says so") {
  Item item;
  item.url = "http://nest.example/a";
  CHECK(item_link(item) == "http://nest.example/a");
  item.links = {"https://nest.example/b"};
  CHECK(item_link(item) == "http://nest.example/a");
  item.links = {"https://nest.example/a"};
  CHECK(item_link(item) == "https://nest.example/a");
  item.links = {};
  item.guid = "https://nest.example/a";
  CHECK(item_link(item) == "https://nest.example/a");
}
