// One poll of one feed: takes the bytes as they arrive, ends as what is to be stored.
#pragma once

#include "core/feed.h"
#include "fetch/fetcher.h"
#include "fetch/schedule.h"
#include "parse/feed_reader.h"
#include "store/store.h"
#include "update/intake.h"

#include <optional>
#include <string_view>

namespace collector {

/// A feed whose poll has ended.
struct PolledFeed {
  const FeedSource* source;
  FeedUpdate update;   // its items not yet placed
  FetchResult result;  // Fetched only when the document could be read to its end
};

/// What every poll of a run shares; outlives them all.
struct PollSetting {
  const Intake& intake;
  UtcTime now{};
  seconds min_interval{};
};

class FeedPoll {
 public:
  /// `source` must outlive the poll; `before` is what the store knows of the feed.
  FeedPoll(const FeedSource& source, FeedState before, const PollSetting& setting);

  [[nodiscard]] FetchRequest request() const;

  void begin(const FetchHead& head);
  void body(std::string_view bytes);

  /// A document that cannot be read makes the poll a failed one: nothing is thrown.
  PolledFeed end(FetchResult result);

 private:
  void read_document(FetchResult& result, FeedUpdate& update, PollContext& context);

  const FeedSource& source_;
  FeedState before_;
  const PollSetting& setting_;
  std::optional<FeedReader> reader_;
};

}  // namespace collector
