#include "update/update.h"

#include "config/config.h"
#include "fetch/schedule.h"
#include "store/documents.h"
#include "store/feeds.h"
#include "store/polls.h"
#include "store/store.h"
#include "update/asking.h"
#include "update/feed_update.h"
#include "update/intake.h"
#include "update/specification_changes.h"

#include <algorithm>
#include <malloc.h>
#include <span>
#include <utility>

namespace collector {

namespace {

// Bytes that may wait between the two rooms: enough to keep both busy and to make a transaction
// worth its while, few enough to bound the memory of a run.
constexpr std::size_t kWaitingBytes = 3 * 1024 * 1024;

// How long finished feeds wait for others to share their transaction. It begins short and grows
// by a sixteenth each time, and so to a sixteenth of the run so far: a short run stores while
// it fetches and has little left to store at its end, and a long one spares the disk.
constexpr std::chrono::microseconds kFirstPatience{4000};
constexpr std::chrono::microseconds kPatience{200'000};

// Pieces of this size and more are given back to the system as soon as they are freed. Left to
// itself, glibc learns from the first large document to keep such pieces, wherever they lie,
// and a run over long feeds ends with twice the memory it needs.
constexpr int kLargePiece = 128 * 1024;

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
  report.failures.push_back({polled.source->name, polled.source->url, polled.result.error});
}

/// The store's room: the caller's thread.
class Storing {
 public:
  /// All of them outlive the run.
  Storing(Store& store, Intake& intake, const PollSetting& setting)
      : store_(store), intake_(intake), setting_(setting) {}

  /// Whole feeds in one transaction, and what their hosts asked for.
  void store(PolledQueue::Batch batch, UpdateReport& report);

 private:
  std::vector<FeedUpdate> updates_of(PolledQueue::Batch& batch);
  void keep_hold(const FetchResult& result);

  Store& store_;
  Intake& intake_;
  const PollSetting& setting_;
};

void Storing::store(PolledQueue::Batch batch, UpdateReport& report) {
  for (PolledFeed& polled : batch) {
    read_news(polled, intake_, setting_.now);
    count(polled, report);
    keep_hold(polled.result);
  }
  std::erase_if(batch, [](const PolledFeed& polled) {
    return polled.result.status == FetchStatus::Interrupted;
  });
  std::vector<FeedUpdate> updates = updates_of(batch);
  for (FeedUpdate& update : updates)
    find_specification_changes(update, store_.feeds(), setting_.now);
  const auto place = [&](std::size_t number, std::span<Item> items,
                         std::span<const std::size_t> places) {
    // What has changed in a list of extensions is placed by what it is.
    if (!updates[number].specifications.empty()) return;
    intake_.place(items, places, *batch[number].source, updates[number].state.title);
  };
  for (const UpdateSummary& summary : store_.polls().save(updates, setting_.now, place)) {
    report.added += summary.added;
    report.changed += summary.changed;
    report.quarantined += summary.quarantined;
  }
}

std::vector<FeedUpdate> Storing::updates_of(PolledQueue::Batch& batch) {
  std::vector<std::string> names;
  names.reserve(batch.size());
  for (const PolledFeed& polled : batch)
    names.push_back(polled.source->name);
  std::vector<FeedUpdate> updates;
  updates.reserve(batch.size());
  store_.feeds().each_named(names, [&](FeedState&& known) {
    PolledFeed& polled = batch[updates.size()];
    updates.push_back(make_update(polled, std::move(known), setting_));
  });
  return updates;
}

void Storing::keep_hold(const FetchResult& result) {
  if (result.status != FetchStatus::Held) return;
  const seconds wait = hold_time(result.retry_after.value_or(seconds{0}));
  store_.polls().hold({result.held_host, setting_.now + wait, result.error}, setting_.now);
}

/// What the run asks has been packed; of the feeds themselves it needs only rules once more.
/// Without the last line, the room of thousands would stay with the process, in pieces that
/// nothing else fits into.
void keep_only_rules(std::vector<FeedSource>& feeds) {
  std::erase_if(feeds, [](const FeedSource& feed) { return feed.rules.empty(); });
  feeds.shrink_to_fit();
  malloc_trim(0);
}

}  // namespace

UpdateReport update(Config config, Store& store, const UpdateOptions& options, UtcTime now,
                    const std::function<void(const UpdateReport&)>& progress) {
  mallopt(M_MMAP_THRESHOLD, kLargePiece);
  WantedFeeds wanted = wanted_feeds(config, store.feeds(), options, now);
  store.documents().remember_configuration(std::exchange(config.text, {}));
  keep_only_rules(config.feeds);
  PolledQueue queue(kWaitingBytes);
  Settings settings = config.settings;
  settings.jobs = options.jobs.value_or(settings.jobs);
  Fetcher fetcher(settings, now);
  for (const HostHold& hold : store.polls().holds(now))
    fetcher.hold(hold.host, hold.until - now);
  const PollSetting setting{now, config.settings.min_interval};
  Intake intake(config, now, store.documents().model());
  UpdateReport report;
  report.asked = static_cast<int>(wanted.count());
  Asking asking(std::move(wanted), intake, now, queue, fetcher);

  progress(report);
  Storing room(store, intake, setting);
  FetchRoom fetch_room(fetcher, queue, options.max_time);
  auto patience = kFirstPatience;
  for (auto batch = queue.take_all(patience); !batch.empty();
       batch = queue.take_all(patience)) {
    fetcher.resume();
    room.store(std::move(batch), report);
    progress(report);
    patience = std::min(patience + patience / 16, kPatience);
  }
  report.end = fetch_room.wait();
  report.interrupted += report.asked - report.done();  // those that nobody came to
  return report;
}

}  // namespace collector
