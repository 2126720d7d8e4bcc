#include "config/feed_list.h"

#include "config/config.h"
#include "core/error.h"
#include "core/feed.h"
#include "support/catch.h"

using namespace collector;

namespace {

NewFeed feed(const std::string& name) {
  NewFeed feed;
  feed.source.name = name;
  feed.source.url = "https://quay.example/feed?a=1&b=2";
  feed.source.section = "clients";
  return feed;
}

std::string extended(const std::string& text, const NewFeed& added) {
  const NewFeed feeds[] = {added};
  return with_feeds(parse_config(text, "feeds.yaml"), feeds);
}

constexpr const char* kEntry =
    "  - name: Quay\n    url: https://quay.example/feed?a=1&b=2\n    section: clients\n";

}  // namespace

TEST_CASE("a feed is added behind the last one, all else stays as it was") {
  const std::string list =
      "# Ours\nfeeds:  # all of them\n  - name: Pier   # the first\n"
      "    url: https://pier.example/feed\n    # switched off in May\n";
  const std::string rest = "\n# What we know of projects\nprojects:\n  - name: Quay\n";

  CHECK(extended(list + rest, feed("Quay")) == list + kEntry + rest);
  CHECK(extended("", feed("Quay")) == std::string("\nfeeds:\n") + kEntry);
  CHECK(extended("feeds:\n" + rest, feed("Quay")) == std::string("feeds:\n") + kEntry + rest);
}

TEST_CASE("an empty list in brackets is opened, its comment stays") {
  CHECK(extended("feeds: []  # none yet\nnewsletter: {preset: xmpp}\n", feed("Quay")) ==
        std::string("feeds:  # none yet\n") + kEntry + "newsletter: {preset: xmpp}\n");
  CHECK(extended("feeds: [ ]", feed("Quay")) == std::string("feeds:\n") + kEntry);
  CHECK_THROWS_AS(extended("feeds: [{name: a, url: 'https://a.example/'}]\n", feed("Quay")),
                  ConfigError);
}

TEST_CASE("a word that there is no list is taken away, its comment stays") {
  const auto word = GENERATE(as<std::string>(), "~", "null", "Null", "NULL");
  CHECK(
      extended("feeds: " + word + "  # none yet\nnewsletter: {preset: xmpp}\n", feed("Quay")) ==
      std::string("feeds:  # none yet\n") + kEntry + "newsletter: {preset: xmpp}\n");
}

TEST_CASE("what is added ends its lines as the file does") {
  CHECK(extended("feeds:\r\n  - name: Pier\r\n    url: https://pier.example/feed",
                 feed("Quay")) ==
        "feeds:\r\n  - name: Pier\r\n    url: https://pier.example/feed\r\n"
        "  - name: Quay\r\n    url: https://quay.example/feed?a=1&b=2\r\n    section: "
        "clients\r\n");
}

TEST_CASE("a list in an unusual form is left alone, and the complaint is about that") {
  CHECK_THROWS_WITH(extended("{feeds: []}\n", feed("Quay")),
                    StartsWith("feeds.yaml: stays as it is, for with new entries"));
}

TEST_CASE("whatever a feed is called, it is read again as it was") {
  const std::string name =
      GENERATE(as<std::string>{}, "Quay", "Pier & Co: \"2\"", "- dash", "yes", "Null", "#hash",
               "a #b", "key: value", "trailing:", "x, y", "[brackets]", "Hafen für alle",
               "港口", "1.0", "@quay", "don't", "back\\slash", "{braces}", "*star", "!bang",
               "%percent", "tab\there", "two\nlines");
  INFO(name);
  NewFeed added = feed(free_feed_name(name, {}));
  added.remark = "folder: a\nb: c";

  const Config config = parse_config(extended("feeds:\n", added), "feeds.yaml");

  REQUIRE(config.feeds.size() == 1);
  CHECK(config.feeds[0].name == added.source.name);
  CHECK(config.feeds[0].url == added.source.url);
}

TEST_CASE("a name that is taken gets a number") {
  std::vector<FeedSource> feeds(2);
  feeds[0].name = "Blog";
  feeds[1].name = "Blog 2";

  CHECK(free_feed_name("Blog", feeds) == "Blog 3");
  CHECK(free_feed_name("News", feeds) == "News");
}
