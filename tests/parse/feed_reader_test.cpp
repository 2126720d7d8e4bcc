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

TEST_CASE("a document that is not kept is asked for again where it must be repaired") {
  const std::string start = "<rss version='2.0'><channel>";
  const std::string beginning = start + std::string(100'000, ' ');
  const std::string good = "<item><title>One</title></item></channel></rss>";
  const std::string broken =
      "<item><title>Rock &amp; roll & more</title></item></channel></rss>";
  for (const std::string& document : {beginning + good, beginning + broken, start + good}) {
    int asked = 0;
    FeedReader reader({}, [&] {
      ++asked;
      return document;
    });
    for (std::size_t at = 0; at < document.size(); at += 5000)
      reader.feed(std::string_view(document).substr(at, 5000));
    const RawFeed feed = reader.finish();
    const RawFeed kept = read_feed(document);

    CHECK(asked == (document.ends_with(broken) ? 1 : 0));
    REQUIRE(feed.entries.size() == 1);
    CHECK(feed.entries[0].title.value == kept.entries[0].title.value);
    CHECK(feed.warnings == kept.warnings);
  }
}

TEST_CASE("what is no feed is refused with what it is") {
  CHECK_THROWS_WITH(read_feed(""), "1:1: empty");
  CHECK_THROWS_WITH(read_feed("<html><head><link rel='alternate' href='/feed' "
                              "type='application/atom+xml'></head></html>"),
                    ContainsSubstring("an HTML page; it names the feed /feed"));
  CHECK_THROWS_AS(read_feed("hello"), ParseError);
}
