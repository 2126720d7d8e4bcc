#include "update/feed_poll.h"

#include "support/catch.h"

using namespace collector;

namespace {

/// What a poll comes to whose answer, fresh for a week, brought `document`.
FetchResult after_document(const std::string& document) {
  FeedPoll poll(std::make_shared<FeedSource>());
  poll.begin("application/xml");
  poll.body(document);
  FetchResult answer;
  answer.status = FetchStatus::Fetched;
  answer.max_age = std::chrono::hours{168};
  return poll.end(answer).result;
}

}  // namespace

TEST_CASE("how long an answer is fresh counts for a feed that could be read") {
  const std::string feed = "<rss><channel><title>t</title><item><title>a</title></item>";

  CHECK(after_document(feed + "</channel></rss>").max_age.has_value());
  CHECK_FALSE(after_document(feed + "<item><title>b").max_age.has_value());
  CHECK_FALSE(after_document("<html><body>sorry</body></html>").max_age.has_value());
}

TEST_CASE("a large document is repaired as a small one is") {
  FeedPoll poll(std::make_shared<FeedSource>());
  poll.begin("application/xml");
  poll.body("<rss><channel><title>t</title>");
  int items = 0;
  for (std::size_t bytes = 0; bytes <= Spool::kInMemory; bytes += 1024, ++items)
    poll.body("<item><title>a & b</title><p>" + std::string(1000, 'x') + "</p></item>");
  poll.body("</channel></rss>");
  FetchResult answer;
  answer.status = FetchStatus::Fetched;

  const PolledFeed polled = poll.end(answer);

  REQUIRE(polled.document);
  CHECK(polled.document->entries.size() == static_cast<std::size_t>(items));
  CHECK(polled.document->entries.back().title.value == "a & b");
}

TEST_CASE("what is told of a document that is no feed has an end") {
  const FetchResult result = after_document("<" + std::string(9000, 'x') + "/>");

  CHECK(result.status == FetchStatus::Failed);
  CHECK_THAT(result.error, StartsWith("no feed: "));
  CHECK(result.error.size() < 400);
}
