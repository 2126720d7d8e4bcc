#include "parse/feed_reader.h"

#include "core/error.h"
#include "support/catch.h"

using namespace collector;

TEST_CASE("an RSS item is read whole") {
  const RawFeed feed = read_feed(
      "<rss version='2.0'><channel><title>News</title><item><title>One</title>"
      "<link>https://example.org/1</link><guid>1</guid></item></channel></rss>");

  CHECK(feed.format == FeedFormat::Rss20);
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].title.value == "One");
  CHECK(feed.entries[0].link == "https://example.org/1");
  CHECK_FALSE(feed.bozo);
}

TEST_CASE("what is no feed is refused with what it is") {
  CHECK_THROWS_WITH(read_feed(""), "1:1: empty");
  CHECK_THROWS_WITH(read_feed("<html><head><link rel='alternate' href='/feed' "
                              "type='application/atom+xml'></head></html>"),
                    ContainsSubstring("an HTML page; it names the feed /feed"));
  CHECK_THROWS_AS(read_feed("hello"), ParseError);
}
