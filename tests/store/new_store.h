// Stores and items to try things with.
#pragma once

#include "core/item.h"
#include "store/store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace collector {

struct FeedUpdate;
struct Issue;
struct PrintedEntry;
struct UpdateSummary;

/// A folder that vanishes with its contents.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string path(const std::string& name) const {
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

/// 2024-01-DAY at noon.
UtcTime january(int day);

/// An entry of `feed` as normalise gives it, published on `day` of January.
Item entry(const std::string& feed, const std::string& name, int day);

/// A successful poll.
FeedUpdate poll(const std::string& feed, std::vector<Item> items, UtcTime now);

/// That of January, closed in February, which has printed this alone.
Issue issue_with(PrintedEntry entry);

/// Saves one poll.
UpdateSummary save(Store& store, const FeedUpdate& update);

std::vector<std::string> titles(const std::vector<StoredItem>& items);

}  // namespace collector
