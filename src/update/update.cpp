#include "update/update.h"

#include "core/error.h"
#include "core/nearest.h"
#include "fetch/schedule.h"
#include "update/extension_changes.h"
#include "update/feed_poll.h"
#include "update/intake.h"
#include "update/queue.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <thread>
#include <unordered_map>
#include <utility>

namespace collector {

namespace {

// Bytes that may wait between the two rooms: enough to keep both busy and to make a transaction
// worth its while, few enough to bound the memory of a run.
constexpr std::size_t kWaitingBytes = 4 * 1024 * 1024;
// Feeds that are known to the fetcher at a time, so that many feeds need hardly more memory
// than some; enough to have every host of most lists among them.
constexpr std::size_t kWindow = 1'000;
// How long finished feeds wait for others to share their transaction.
constexpr std::chrono::milliseconds kPatience{200};

using States = std::unordered_map<std::string, FeedState>;
using Queue = HandoverQueue<PolledFeed>;

States states_by_name(std::vector<FeedState> known) {
  States states;
  for (FeedState& state : known) {
    std::string name = state.name;
    states.emplace(std::move(name), std::move(state));
  }
  return states;
}

/// What `source` begins its poll with; `states` need not remember it any longer.
FeedState take_state(const FeedSource& source, States& states) {
  auto known = states.extract(source.name);
  return state_for(source, known.empty() ? FeedState{} : std::move(known.mapped()));
}

FeedState state_of(const FeedSource& source, const States& states) {
  const auto known = states.find(source.name);
  return state_for(source, known == states.end() ? FeedState{} : known->second);
}

void check_names(const std::vector<std::string>& only, const Config& config) {
  std::vector<std::string> names;
  for (const FeedSource& feed : config.feeds)
    names.push_back(feed.name);
  for (const std::string& name : only) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      throw UsageError("--only: there is no feed \"" + name + "\"" + did_you_mean(name, names));
    }
  }
}

bool is_wanted(const FeedSource& source, const FeedState& state, const UpdateOptions& options,
               UtcTime now) {
  const auto& only = options.only;
  if (!source.enabled || state.disabled) return false;
  if (!only.empty() && std::find(only.begin(), only.end(), source.name) == only.end()) {
    return false;
  }
  return options.which == Which::All || is_due(state, now);
}

std::vector<const FeedSource*> wanted_feeds(const Config& config, const States& states,
                                            const UpdateOptions& options, UtcTime now) {
  check_names(options.only, config);
  std::vector<const FeedSource*> wanted;
  for (const FeedSource& source : config.feeds) {
    if (is_wanted(source, state_of(source, states), options, now)) wanted.push_back(&source);
  }
  return wanted;
}

/// Bytes, roughly.
std::size_t weight_of(const PolledFeed& polled) {
  std::size_t weight = sizeof polled;
  for (const Item& item : polled.update.items)
    weight += sizeof item + item.content.size() + item.summary.size();
  return weight;
}

/// Asks feeds, each new one when another has ended. Before the run, then on the fetcher's
/// thread.
class Asking {
 public:
  /// All of them outlive the run.
  Asking(std::vector<const FeedSource*> wanted, States& states, const PollSetting& setting,
         Queue& queue, Fetcher& fetcher)
      : wanted_(std::move(wanted)),
        states_(states),
        setting_(setting),
        queue_(queue),
        fetcher_(fetcher) {
    for (std::size_t i = 0; i < kWindow; ++i)
      ask_next();
  }

  [[nodiscard]] int count() const { return static_cast<int>(wanted_.size()); }

 private:
  void ask_next();
  void ended(FeedPoll& poll, const FetchResult& result);

  const std::vector<const FeedSource*> wanted_;
  std::size_t next_ = 0;
  States& states_;
  const PollSetting& setting_;
  Queue& queue_;
  Fetcher& fetcher_;
};

void Asking::ask_next() {
  if (next_ == wanted_.size()) return;
  const FeedSource& source = *wanted_[next_++];
  auto poll = std::make_shared<FeedPoll>(source, take_state(source, states_), setting_);
  FetchRequest request = poll->request();
  fetcher_.add(std::move(request),
               {[poll](const FetchHead& head) { poll->begin(head); },
                [poll](std::string_view bytes) { poll->body(bytes); },
                [poll, this](const FetchResult& result) { ended(*poll, result); }});
}

/// When the queue is closed, the store has failed: the run stops.
void Asking::ended(FeedPoll& poll, const FetchResult& result) {
  PolledFeed polled = poll.end(result);
  const std::size_t weight = weight_of(polled);
  if (!queue_.put(std::move(polled), weight)) fetcher_.stop();
  if (queue_.full()) fetcher_.pause();
  if (result.status != FetchStatus::Interrupted) ask_next();
}

/// Counts one polled feed in `report`.
void count(const PolledFeed& polled, UpdateReport& report) {
  switch (polled.result.status) {
    case FetchStatus::Fetched:
      ++report.fetched;
      return;
    case FetchStatus::NotModified:
      ++report.not_modified;
      return;
    case FetchStatus::NotAsked:
      ++report.held;
      return;
    case FetchStatus::Interrupted:
      ++report.interrupted;
      return;
    case FetchStatus::Gone:
    case FetchStatus::Held:
    case FetchStatus::Failed:
      break;
  }
  const FeedState& state = polled.update.state;
  report.failures.push_back({state.name, state.url, polled.result.error});
}

/// Whole feeds in one transaction, and what their hosts asked for.
void store_batch(std::vector<PolledFeed> batch, const Intake& intake, Store& store, UtcTime now,
                 UpdateReport& report) {
  std::vector<FeedUpdate> updates;
  for (PolledFeed& polled : batch) {
    count(polled, report);
    const FetchResult& result = polled.result;
    if (result.status == FetchStatus::Held && !result.held_host.empty()) {
      const seconds wait = hold_time(result.retry_after.value_or(seconds{0}));
      store.hold({result.held_host, now + wait, result.error});
    }
    if (result.status == FetchStatus::Interrupted) continue;
    if (!polled.update.items.empty()) {
      intake.place(polled.update.items, *polled.source, polled.update.state.title);
    }
    find_extension_changes(polled.update, store, now);
    updates.push_back(std::move(polled.update));
  }
  for (const UpdateSummary& summary : store.save(updates, now)) {
    report.added += summary.added;
    report.changed += summary.changed;
    report.quarantined += summary.quarantined;
  }
}

/// The room of the fetcher: a thread that runs it to its end.
class FetchRoom {
 public:
  FetchRoom(Fetcher& fetcher, Queue& queue, std::optional<seconds> max_time)
      : fetcher_(fetcher), queue_(queue), thread_([this, max_time] { run(max_time); }) {}

  /// Without a call of wait() the store has failed: nothing more can be stored.
  ~FetchRoom() {
    if (!thread_.joinable()) return;
    queue_.abandon();
    fetcher_.stop();
    thread_.join();
  }

  FetchRoom(const FetchRoom&) = delete;
  FetchRoom& operator=(const FetchRoom&) = delete;

  /// How the run ended; throws what stopped it.
  FetchEnd wait() {
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    return end_;
  }

 private:
  void run(std::optional<seconds> max_time) {
    try {
      end_ = fetcher_.run(max_time);
    } catch (...) {
      failure_ = std::current_exception();
    }
    queue_.finish();
  }

  Fetcher& fetcher_;
  Queue& queue_;
  FetchEnd end_ = FetchEnd::Complete;
  std::exception_ptr failure_;
  std::thread thread_;  // last: it starts when all else is there
};

}  // namespace

std::vector<FeedToAsk> feeds_to_ask(const Config& config, std::vector<FeedState> known,
                                    const UpdateOptions& options, UtcTime now) {
  std::vector<FeedToAsk> feeds;
  const States states = states_by_name(std::move(known));
  for (const FeedSource* source : wanted_feeds(config, states, options, now)) {
    std::string why = why_due(state_of(*source, states), now);
    feeds.push_back({*source, why.empty() ? "not due, asked all the same" : std::move(why)});
  }
  return feeds;
}

UpdateReport update(const Config& config, Store& store, const UpdateOptions& options,
                    UtcTime now, const std::function<void(const UpdateReport&)>& progress) {
  States states = states_by_name(store.feeds());
  std::vector<const FeedSource*> wanted = wanted_feeds(config, states, options, now);
  const Intake intake(config, now, store.model());
  const PollSetting setting{intake, now, config.settings.min_interval};
  Queue queue(kWaitingBytes);
  Fetcher fetcher(config.settings, now);
  UpdateReport report;
  for (const HostHold& hold : store.holds(now))
    fetcher.hold(hold.host, hold.until - now);
  Asking asking(std::move(wanted), states, setting, queue, fetcher);
  report.asked = asking.count();
  store.remember_configuration(config.text);

  progress(report);
  FetchRoom room(fetcher, queue, options.max_time);
  for (auto batch = queue.take_all(kPatience); !batch.empty();
       batch = queue.take_all(kPatience)) {
    fetcher.resume();
    store_batch(std::move(batch), intake, store, now, report);
    progress(report);
  }
  report.end = room.wait();
  report.interrupted += report.asked - report.done();  // those that nobody came to
  return report;
}

}  // namespace collector
