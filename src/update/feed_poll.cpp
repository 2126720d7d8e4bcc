#include "update/feed_poll.h"

#include "core/error.h"
#include "fetch/failure_words.h"

#include <utility>

namespace collector {

namespace {

// The bytes of what is made of a feed that has nothing new, until it is stored.
constexpr std::size_t kSmallestUpdate = 4096;

std::size_t weight_of(const RawEntry& entry) {
  return sizeof entry + entry.content.value.size() + entry.summary.value.size() +
         entry.title.value.size() + entry.link.size() + entry.id.size();
}

/// What an answer says of its freshness goes for a feed that could be read.
void fail(FetchResult& result, std::string_view error) {
  set_failed(result, error);
  result.max_age.reset();
}

}  // namespace

std::size_t weight_of(const PolledFeed& polled) {
  std::size_t weight = kSmallestUpdate;
  if (polled.document) {
    for (const RawEntry& entry : polled.document->entries)
      weight += weight_of(entry);
  }
  return weight;
}

void FeedPoll::begin(const std::string& content_type) {
  bytes_.emplace();
  reader_.emplace(content_type, [this] { return bytes_->text(); });
}

void FeedPoll::body(std::string_view bytes) {
  bytes_->append(bytes);
  reader_->feed(bytes);
}

PolledFeed FeedPoll::end(FetchResult result) {
  PolledFeed polled{source_, std::move(result), {}, {}};
  if (polled.result.status == FetchStatus::Fetched) read_document(polled);
  reader_.reset();
  bytes_.reset();
  return polled;
}

void FeedPoll::read_document(PolledFeed& polled) {
  try {
    RawFeed document = reader_->finish();
    if (document.format == FeedFormat::XepInfos && document.bozo)
      throw ParseError("the list of extensions is damaged; its former state is kept");
    if (document.truncated)
      fail(polled.result,
           "the document cannot be read to its end; its whole entries are stored");
    polled.document = std::make_unique<RawFeed>(std::move(document));
  } catch (const ParseError& error) {
    fail(polled.result, std::string("no feed: ") + error.what());
  } catch (const std::exception& error) {
    fail(polled.result, std::string("the document cannot be read: ") + error.what());
  }
}

}  // namespace collector
