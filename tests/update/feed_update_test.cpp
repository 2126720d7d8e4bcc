// What is to be stored of a poll that has ended.
#include "update/feed_update.h"

#include "config/config.h"
#include "fetch/schedule.h"
#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

namespace {

constexpr UtcTime kNow = sys_days{2024y / February / 2} + 8h;
constexpr PollSetting kSetting{kNow, 3600s};

RawFeed document_of_one() {
  RawFeed document;
  document.title.value = "Wonder";
  RawEntry& entry = document.entries.emplace_back();
  entry.id = "tag:one";
  entry.title.value = "One";
  entry.link = "https://wonder.example.org/one";
  return document;
}

PolledFeed polled(const FeedSource& source, FetchStatus status,
                  std::optional<RawFeed> document) {
  PolledFeed polled{std::make_shared<const FeedSource>(source), {}, {}, {}};
  if (document) polled.document = std::make_unique<RawFeed>(std::move(*document));
  polled.result.status = status;
  polled.result.http_status = status == FetchStatus::NotModified ? 304 : 200;
  polled.result.validators.etag = "\"two\"";
  polled.result.final_url = source.url;
  return polled;
}

FeedSource wonder() {
  FeedSource source;
  source.name = "wonder";
  source.url = "https://wonder.example.org/feed";
  return source;
}

struct Poll {
  Config config = parse_config("", "");
  Intake intake{config, kNow};
  FeedSource source = wonder();
  FeedState known = state_for(source, {});

  FeedUpdate update_of(PolledFeed feed) {
    read_news(feed, intake, kNow);
    return make_update(feed, known, kSetting);
  }
};

}  // namespace

TEST_CASE_METHOD(Poll, "a document and its validators become one update") {
  const FeedUpdate update = update_of(polled(source, FetchStatus::Fetched, document_of_one()));

  CHECK(update.items.size() == 1);
  CHECK(update.state.title == "Wonder");
  CHECK(update.state.validators.etag == "\"two\"");
}

TEST_CASE_METHOD(Poll, "a document is read once, whichever thread comes first") {
  PolledFeed feed = polled(source, FetchStatus::Fetched, document_of_one());
  read_news(feed, intake, kNow);
  CHECK_FALSE(feed.document);
  REQUIRE(feed.news);
  feed.news->title = "as it was read";

  read_news(feed, intake, kNow);

  CHECK(feed.news->title == "as it was read");
  CHECK(feed.news->items.size() == 1);
}

TEST_CASE_METHOD(Poll, "an unchanged feed brings new validators and no item") {
  known.title = "Wonder";

  const FeedUpdate update = update_of(polled(source, FetchStatus::NotModified, {}));

  CHECK(update.items.empty());
  CHECK(update.state.title == "Wonder");
  CHECK(update.state.last_status == 304);
  CHECK(update.state.validators.etag == "\"two\"");
}

TEST_CASE_METHOD(Poll, "what is known of another address is known no more") {
  known.url = "https://elsewhere.example.org/feed";
  known.failures = 7;
  known.moved_to = "https://elsewhere.example.org/new";

  const FeedUpdate update = update_of(polled(source, FetchStatus::Failed, {}));

  CHECK(update.state.url == source.url);
  CHECK(update.state.failures == 1);
  CHECK(update.state.moved_to.empty());
}

TEST_CASE_METHOD(Poll, "a document that ended too early keeps its entries, and no validators") {
  RawFeed document = document_of_one();
  document.truncated = true;
  known.validators.etag = "\"one\"";

  const FeedUpdate update = update_of(polled(source, FetchStatus::Failed, std::move(document)));

  CHECK_FALSE(update.complete);
  CHECK(update.items.size() == 1);
  CHECK(update.state.validators.etag == "\"one\"");
  CHECK(update.state.failures == 1);
}
