// One poll of one feed, on the fetcher's thread: takes the bytes as they arrive, ends as the
// document that they are.
#pragma once

#include "core/feed.h"
#include "fetch/fetcher.h"
#include "parse/feed_reader.h"
#include "store/store.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace collector {

/// A feed whose poll has ended. Most bring no document, and many wait for the store at a time.
struct PolledFeed {
  const FeedSource* source;
  FeedState before;
  FetchResult result;                 // Fetched only when the document could be read to its end
  std::unique_ptr<RawFeed> document;  // also of one that ends too early; may be null
  std::unique_ptr<FeedUpdate> update;  // made of all that; then there is no document any more
};

/// The bytes that a polled feed holds in memory, roughly.
std::size_t weight_of(const PolledFeed& polled);

class FeedPoll {
 public:
  /// `source` must outlive the poll; `before` is what the store knows of the feed.
  FeedPoll(const FeedSource& source, FeedState before);

  [[nodiscard]] FetchRequest request() const;

  void begin(const FetchHead& head);
  void body(std::string_view bytes);

  /// A document that cannot be read makes the poll a failed one: nothing is thrown. To be
  /// called once.
  PolledFeed end(FetchResult result);

 private:
  void read_document(PolledFeed& polled);

  const FeedSource& source_;
  FeedState before_;
  std::optional<FeedReader> reader_;
};

}  // namespace collector
