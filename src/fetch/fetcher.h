// Asks servers for feeds the way they like to be asked: conditionally, a few at a time, and not
// at all when they want to be left alone. What the answers mean is for others to say.
#pragma once

#include "config/settings.h"
#include "core/feed.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// One feed to ask for.
struct FetchRequest {
  std::string url;       // as configured; user and password in it go to its host only
  std::string moved_to;  // asked instead of `url` when not empty
  Validators validators;
};

/// What becomes of one request; called on the thread that runs the fetcher. An exception stops
/// the run and comes out of Fetcher::run.
struct FetchHandlers {
  /// A document of this Content-Type (as sent) follows; also before an empty one.
  std::function<void(const std::string& content_type)> begin;
  std::function<void(std::string_view)> body;   // its bytes, unpacked, as they arrive
  std::function<void(const FetchResult&)> end;  // exactly once, whatever happened, when
                                                // the request's turn has come
};

struct FetchJob {
  FetchRequest request;
  FetchHandlers handlers;
};

enum class FetchEnd { Complete, Stopped, OutOfTime };

/// A run over many feeds. One thread; only stop() and resume() may be called from another one.
class Fetcher {
 public:
  /// `now` is the time of the run. It stands in where an answer carries no date of its own.
  Fetcher(const Settings& settings, UtcTime now);
  ~Fetcher();

  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  /// Before run, or from a handler.
  void add(FetchRequest request, FetchHandlers handlers);

  /// The same for thousands: requests that are made when their turn comes, so that those that
  /// wait need few bytes. They ask `addresses` first; `make` is told which of them. One whose
  /// turn has not come when the run is ended is not made at all, and nobody is told.
  void add_later(const std::vector<std::string_view>& addresses,
                 std::function<FetchJob(std::size_t index)> make);

  /// Leaves a host alone during this run: its requests end as NotAsked.
  void hold(const std::string& host, seconds remaining);

  /// Returns when every request has ended. SIGINT, SIGTERM, stop() and the end of `max_time`
  /// end the unfinished ones at once as Interrupted.
  [[nodiscard]] FetchEnd run(std::optional<seconds> max_time = {});

  /// After run: closes all connections, which takes its time where they are many. The end of
  /// the fetcher does so at the latest.
  void hang_up();

  void stop();

  /// From a handler: begins no new request until resume(), which may be called from any thread.
  /// What is under way goes on.
  void pause();
  void resume();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace collector
