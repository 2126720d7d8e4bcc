#include "web/months.h"

#include "config/config.h"
#include "core/log.h"
#include "export/printed.h"
#include "newsletter/days.h"
#include "store/decisions.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/standing.h"
#include "store/store.h"

#include <algorithm>
#include <chrono>
#include <shared_mutex>
#include <utility>

namespace collector {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMonthsKept = 4;
// A month that takes longer is read behind the reviewers' backs …
constexpr std::chrono::milliseconds kQuick{25};
// … which then rests for so many times as long, for others want the machine, too.
constexpr int kRest = 3;
constexpr std::int64_t kNever = -1;

/// An item and its decisions as they are now.
struct Fresh {
  StoredItem stored;
  std::vector<Decision> decisions;
};

std::vector<Fresh> read_fresh(std::span<const std::string> ids, Store& store) {
  std::vector<Fresh> fresh;
  for (const std::string& id : ids) {
    fresh.push_back({store.items().item(id), store.decisions().on(id)});
    fresh.back().stored.item.content.clear();
  }
  return fresh;
}

/// True when the month has the item.
bool replace(Fresh& fresh, Month& month) {
  const auto decisions = month.decisions.find(fresh.stored.id);
  if (decisions == month.decisions.end()) return false;
  const auto stored =
      std::find_if(month.items.begin(), month.items.end(),
                   [&](const StoredItem& item) { return item.id == fresh.stored.id; });
  std::swap(*stored, fresh.stored);
  decisions->second = std::move(fresh.decisions);
  return true;
}

}  // namespace

struct Months::Entry {
  std::string name;
  std::mutex building;  // one thread at a time reads this month

  std::shared_mutex mutex;  // of all below; nothing that takes long is done under it
  Month month;
  std::int64_t version = kNever;     // of the store when it was read
  std::vector<std::string> touched;  // decided on since reading began
  Clock::duration cost{};            // of reading it
};

Months::Months(std::string database, const Config& config)
    : database_(std::move(database)),
      config_(config),
      projects_(config.projects),
      watch_(database_),
      worker_([this] { work(); }) {}

Months::~Months() {
  {
    const std::lock_guard lock(queue_mutex_);
    ending_ = true;
  }
  queue_changed_.notify_all();
  worker_.join();
}

void Months::read(const std::string& name, const std::function<void(const Month&)>& use) {
  const std::shared_ptr<Entry> entry = entry_of(name);
  bring_up_to_date(entry);
  const std::shared_lock lock(entry->mutex);
  use(entry->month);
}

void Months::renew(std::span<const std::string> ids, Stories stories) {
  const auto store = open_store(database_, Access::Read);
  std::vector<std::shared_ptr<Entry>> entries;
  {
    const std::lock_guard lock(entries_mutex_);
    entries = entries_;
  }
  for (const std::shared_ptr<Entry>& entry : entries) {
    std::unique_lock lock(entry->mutex);
    std::vector<Fresh> fresh;
    std::int64_t version = 0;
    do {  // what is read must not be older than the month it goes into
      version = entry->version;
      lock.unlock();
      fresh = read_fresh(ids, *store);
      lock.lock();
    } while (version != entry->version);
    bool concerned = false;
    for (Fresh& one : fresh) {
      const std::string id = one.stored.id;
      if (!replace(one, entry->month)) continue;
      entry->touched.push_back(id);
      concerned = true;
    }
    if (!concerned || stories == Stories::AsTheyWere) continue;
    entry->version = kNever;
    lock.unlock();
    rebuild(*entry);
  }
}

std::shared_ptr<Months::Entry> Months::entry_of(const std::string& name) {
  month_window(name, config_.newsletter.timezone);  // is it a month?
  const std::lock_guard lock(entries_mutex_);
  const auto known = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const auto& entry) { return entry->name == name; });
  if (known != entries_.end()) {
    std::rotate(known, known + 1, entries_.end());
    return entries_.back();
  }
  if (entries_.size() == kMonthsKept) entries_.erase(entries_.begin());
  entries_.push_back(std::make_shared<Entry>());
  entries_.back()->name = name;
  return entries_.back();
}

std::int64_t Months::store_version() {
  const std::lock_guard lock(watching_);
  return watch_.version();
}

void Months::bring_up_to_date(const std::shared_ptr<Entry>& entry) {
  const std::int64_t version = store_version();
  bool quick = false;
  {
    const std::shared_lock lock(entry->mutex);
    if (entry->version == version) return;
    quick = entry->version == kNever || entry->cost < kQuick;
  }
  if (quick) {
    rebuild(*entry);
    return;
  }
  {
    const std::lock_guard lock(queue_mutex_);
    if (std::find(queue_.begin(), queue_.end(), entry) != queue_.end()) return;
    queue_.push_back(entry);
  }
  queue_changed_.notify_one();
}

void Months::rebuild(Entry& entry) {
  const std::lock_guard building(entry.building);
  const std::int64_t version = store_version();
  {
    const std::unique_lock lock(entry.mutex);
    if (entry.version == version) return;  // another thread was faster
    entry.touched.clear();
  }
  const auto start = Clock::now();
  const auto store = open_store(database_, Access::Read);
  Month month = load(entry.name, *store);
  const auto cost = Clock::now() - start;

  std::unique_lock lock(entry.mutex);
  while (!entry.touched.empty()) {
    const std::vector<std::string> touched = std::exchange(entry.touched, {});
    lock.unlock();
    for (Fresh& fresh : read_fresh(touched, *store))
      replace(fresh, month);
    lock.lock();
  }
  std::swap(entry.month, month);
  entry.version = version;
  entry.cost = cost;
}

Month Months::load(const std::string& name, Store& store) {
  Month month;
  month.name = name;
  ItemQuery query;
  query.window = month_window(name, config_.newsletter.timezone);
  month.items = store.items().find(query);
  const std::vector<Decision> decisions = store.decisions().all();
  month.candidates =
      find_candidates(month.items, standing_decisions(decisions), config_, projects_);
  month.markdown = std::make_shared<StoryMarkdown>(
      config_, projects_, printed_releases(store.ledger().issues(), query.window->from));
  for (const StoredItem& stored : month.items)
    month.decisions[stored.id];
  for (const Decision& decision : decisions) {
    const auto item = month.decisions.find(decision.item_id);
    if (item != month.decisions.end()) item->second.push_back(decision);
  }
  return month;
}

void Months::work() {
  std::unique_lock lock(queue_mutex_);
  while (!ending_) {
    queue_changed_.wait(lock, [this] { return ending_ || !queue_.empty(); });
    if (ending_) return;
    const std::shared_ptr<Entry> entry = queue_.front();
    queue_.erase(queue_.begin());
    lock.unlock();
    const auto start = Clock::now();
    try {
      rebuild(*entry);
    } catch (const std::exception& error) {
      log_error("the month " + entry->name + " cannot be read: " + error.what());
    }
    const auto rest = (Clock::now() - start) * kRest;
    lock.lock();
    queue_changed_.wait_for(lock, rest, [this] { return ending_; });
  }
}

}  // namespace collector
