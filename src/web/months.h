// The months under review, read from the store and grouped into stories once for all reviewers.
#pragma once

#include "export/candidates.h"
#include "export/story_markdown.h"
#include "store/watch.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace collector {

struct Config;
class Store;

/// What the store holds of one month.
struct Month {
  std::string name;  // "2024-01"
  std::vector<StoredItem> items;
  std::vector<Candidate> candidates;                                 // of these items, by date
  std::unordered_map<std::string, std::vector<Decision>> decisions;  // by item id, oldest first
  std::shared_ptr<const StoryMarkdown> markdown;                     // set once it is read
};

/// Safe to be used by several threads. Grouping the stories of a huge month takes longer than
/// a page may: then the last known one is shown, with every decision taken here, while a thread
/// of its own reads what others have written. An ordinary month is always read anew when the
/// store has changed.
class Months {
 public:
  /// `config` must outlive this. Throws StoreError when there is no such database.
  Months(std::string database, const Config& config);
  ~Months();
  Months(const Months&) = delete;
  Months& operator=(const Months&) = delete;

  /// Hands a month to `use`, which must neither keep any of it nor call this again. Throws
  /// UsageError when `name` is no month.
  void read(const std::string& name, const std::function<void(const Month&)>& use);

  enum class Stories { AsTheyWere, Regrouped };

  /// To be called after decisions on these items.
  void renew(std::span<const std::string> ids, Stories stories);

 private:
  struct Entry;

  std::shared_ptr<Entry> entry_of(const std::string& name);
  std::int64_t store_version();
  void bring_up_to_date(const std::shared_ptr<Entry>& entry);
  void rebuild(Entry& entry);
  Month load(const std::string& name, Store& store);
  void work();

  const std::string database_;
  const Config& config_;
  const ProjectRegistry projects_;

  std::mutex watching_;
  StoreWatch watch_;

  std::mutex entries_mutex_;
  std::vector<std::shared_ptr<Entry>> entries_;  // last used at the end

  std::mutex queue_mutex_;
  std::condition_variable queue_changed_;
  std::vector<std::shared_ptr<Entry>> queue_;
  bool ending_ = false;
  std::thread worker_;
};

}  // namespace collector
