// The ledger: what was printed.
#pragma once

#include "core/item.h"

#include <optional>
#include <string>
#include <vector>

namespace collector {

/// One piece of news as it was printed.
struct PrintedEntry {
  std::string section = {};
  std::string title = {};
  std::string project = {};
  std::vector<std::string> item_ids = {};  // empty when the printed text alone tells of it
  std::vector<std::string> versions = {};
  std::vector<std::string> urls = {};   // as printed
  std::vector<std::string> pages = {};  // the same, canonical: how late copies are recognised
};

/// A closed issue.
struct Issue {
  std::string month;  // its name, "2024-01"
  Window window{};
  UtcTime closed{};
  std::optional<UtcTime> reopened;    // then it is history, and prints nothing any more
  std::string markdown;               // as it was printed
  std::string json;                   // the same as `export --format json` gave it
  std::vector<PrintedEntry> entries;  // in printing order
};

}  // namespace collector
