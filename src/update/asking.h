// The fetcher's room: a thread of its own that asks the wanted feeds and hands over what came.
#pragma once

#include "fetch/fetcher.h"
#include "update/feed_poll.h"
#include "update/feed_update.h"
#include "update/intake.h"
#include "update/queue.h"
#include "update/wanted_feeds.h"

#include <cstddef>
#include <exception>
#include <optional>
#include <thread>

namespace collector {

using PolledQueue = HandoverQueue<PolledFeed>;

/// Has the fetcher ask feeds; each request is made when its turn comes, on the fetcher's
/// thread.
class Asking {
 public:
  /// All others outlive the run.
  Asking(WantedFeeds wanted, const Intake& intake, UtcTime now, PolledQueue& queue,
         Fetcher& fetcher);

 private:
  FetchJob request(std::size_t index);
  void ended(FeedPoll& poll, const FetchResult& result);

  WantedFeeds wanted_;
  const Intake& intake_;
  const UtcTime now_;
  PolledQueue& queue_;
  Fetcher& fetcher_;
};

/// Runs the fetcher to its end.
class FetchRoom {
 public:
  /// Both must outlive it.
  FetchRoom(Fetcher& fetcher, PolledQueue& queue, std::optional<seconds> max_time);

  /// Without a call of wait() the store has failed: nothing more can be stored.
  ~FetchRoom();

  FetchRoom(const FetchRoom&) = delete;
  FetchRoom& operator=(const FetchRoom&) = delete;

  /// How the run ended; throws what stopped it.
  FetchEnd wait();

 private:
  void run(std::optional<seconds> max_time);

  Fetcher& fetcher_;
  PolledQueue& queue_;
  FetchEnd end_ = FetchEnd::Complete;
  std::exception_ptr failure_;
  std::thread thread_;  // last: it starts when all else is there
};

}  // namespace collector
