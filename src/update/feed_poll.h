// One poll of one feed, on the fetcher's thread: takes the bytes as they arrive, ends as the
// document that they are.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "parse/feed_reader.h"
#include "update/spool.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace collector {

/// What a document says, its entries made items.
struct FeedNews {
  std::string title;
  std::string site;
  std::optional<seconds> ttl;
  double entries_per_week = 0;
  std::vector<Item> items;
  std::vector<Specification> specifications;
  bool complete = true;  // false: it ended too early
};

/// A feed whose poll has ended. Most bring no document, and many wait for the store at a time.
struct PolledFeed {
  std::shared_ptr<const FeedSource> source;
  FetchResult result;                 // Fetched only when the document could be read to its end
  std::unique_ptr<RawFeed> document;  // also of one that ends too early; may be null
  std::unique_ptr<FeedNews> news;     // made of the document, which is gone then
};

/// The bytes that a polled feed holds in memory, roughly.
std::size_t weight_of(const PolledFeed& polled);

class FeedPoll {
 public:
  explicit FeedPoll(std::shared_ptr<const FeedSource> source) : source_(std::move(source)) {}

  ~FeedPoll() = default;
  FeedPoll(const FeedPoll&) = delete;
  FeedPoll& operator=(const FeedPoll&) = delete;

  void begin(const std::string& content_type);
  void body(std::string_view bytes);

  /// A document that cannot be read makes the poll a failed one: nothing is thrown. To be
  /// called once.
  PolledFeed end(FetchResult result);

 private:
  void read_document(PolledFeed& polled);

  std::shared_ptr<const FeedSource> source_;
  std::optional<Spool> bytes_;  // for a document that has to be repaired
  std::optional<FeedReader> reader_;
};

}  // namespace collector
