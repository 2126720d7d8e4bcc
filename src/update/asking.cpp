#include "update/asking.h"

#include <memory>
#include <string_view>
#include <utility>

namespace collector {

Asking::Asking(WantedFeeds wanted, const Intake& intake, UtcTime now, PolledQueue& queue,
               Fetcher& fetcher)
    : wanted_(std::move(wanted)), intake_(intake), now_(now), queue_(queue), fetcher_(fetcher) {
  fetcher_.add_later(wanted_.addresses(), [this](std::size_t index) { return request(index); });
}

FetchJob Asking::request(std::size_t index) {
  WantedFeed wanted = wanted_.feed(index);
  const auto source = std::make_shared<const FeedSource>(std::move(wanted.source));
  auto poll = std::make_shared<FeedPoll>(source);
  return {{source->url, std::move(wanted.moved_to), std::move(wanted.validators)},
          {[poll](const std::string& content_type) { poll->begin(content_type); },
           [poll](std::string_view bytes) { poll->body(bytes); },
           [poll, this](const FetchResult& result) { ended(*poll, result); }}};
}

/// Making items of a document is for the store's thread, so that the next answers are read
/// meanwhile; when that one is behind, it is done here. When the queue is closed, the store has
/// failed: the run stops.
void Asking::ended(FeedPoll& poll, const FetchResult& result) {
  PolledFeed polled = poll.end(result);
  const std::size_t weight = weight_of(polled);
  if (queue_.half_full()) read_news(polled, intake_, now_);
  if (!queue_.put(std::move(polled), weight)) fetcher_.stop();
  if (queue_.full()) fetcher_.pause();
}

FetchRoom::FetchRoom(Fetcher& fetcher, PolledQueue& queue, std::optional<seconds> max_time)
    : fetcher_(fetcher), queue_(queue), thread_([this, max_time] { run(max_time); }) {}

FetchRoom::~FetchRoom() {
  if (!thread_.joinable()) return;
  queue_.abandon();
  fetcher_.stop();
  thread_.join();
}

FetchEnd FetchRoom::wait() {
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
  return end_;
}

void FetchRoom::run(std::optional<seconds> max_time) {
  try {
    end_ = fetcher_.run(max_time);
  } catch (...) {
    failure_ = std::current_exception();
  }
  queue_.finish();
  fetcher_.hang_up();  // while the last feeds are stored
}

}  // namespace collector
