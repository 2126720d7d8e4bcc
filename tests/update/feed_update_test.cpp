// What is to be stored of a poll that has ended.
#include "update/feed_update.h"

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
  PolledFeed polled{&source, {}, {}, {}, {}};
  if (document) polled.document = std::make_unique<RawFeed>(std::move(*document));
  polled.before.name = source.name;
  polled.before.url = source.url;
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
};

}  // namespace

TEST_CASE_METHOD(Poll, "a document and its validators become one update") {
  PolledFeed feed = polled(source, FetchStatus::Fetched, document_of_one());

  make_update(feed, intake, kSetting);

  REQUIRE(feed.update);
  CHECK(feed.update->items.size() == 1);
  CHECK(feed.update->state.title == "Wonder");
  CHECK(feed.update->state.validators.etag == "\"two\"");
  CHECK_FALSE(feed.document);
}

TEST_CASE_METHOD(Poll, "an update is made once, whichever thread comes first") {
  PolledFeed feed = polled(source, FetchStatus::Fetched, document_of_one());
  make_update(feed, intake, kSetting);
  feed.update->state.title = "as it was made";

  make_update(feed, intake, kSetting);

  CHECK(feed.update->state.title == "as it was made");
  CHECK(feed.update->items.size() == 1);
}

TEST_CASE_METHOD(Poll, "an unchanged feed brings new validators and no item") {
  PolledFeed feed = polled(source, FetchStatus::NotModified, {});
  feed.before.title = "Wonder";

  make_update(feed, intake, kSetting);

  CHECK(feed.update->items.empty());
  CHECK(feed.update->state.title == "Wonder");
  CHECK(feed.update->state.last_status == 304);
  CHECK(feed.update->state.validators.etag == "\"two\"");
}

TEST_CASE_METHOD(Poll, "a document that ended too early keeps its entries, and no validators") {
  RawFeed document = document_of_one();
  document.truncated = true;
  PolledFeed feed = polled(source, FetchStatus::Failed, std::move(document));
  feed.before.validators.etag = "\"one\"";

  make_update(feed, intake, kSetting);

  CHECK_FALSE(feed.update->complete);
  CHECK(feed.update->items.size() == 1);
  CHECK(feed.update->state.validators.etag == "\"one\"");
  CHECK(feed.update->state.failures == 1);
}
