// What an issue may be missing: feeds that failed or held more than they showed, projects that
// have gone silent, news that came late, items nobody has decided about, and what the issue
// before printed and this one has nothing of. Reads the store, changes nothing.
#pragma once

#include "core/item.h"
#include "core/time.h"

#include <optional>
#include <string>
#include <vector>

namespace collector {

struct Config;
class Store;

/// A feed that needs a person.
struct FeedTrouble {
  std::string feed;
  std::string url;               // without user and password, as in `problem`
  std::string problem;           // a plain sentence
  std::optional<UtcTime> since;  // of the problem, where known
};

/// A project, or a feed of no one project, that used to have news.
struct SilentSource {
  std::string name;
  std::string section;  // of its latest news
  int before = 0;       // pieces of news in the half year before
  UtcTime last{};       // the date of the latest
};

/// What the last closed issue told of somebody who has nothing in this one.
struct NotAgain {
  std::string name;  // the project, else the feed
  std::string section;
  std::vector<std::string> titles;  // as printed
};

struct CoverageReport {
  std::string month;
  int items = 0;                        // of the month, what is set aside not counted
  std::vector<FeedTrouble> failed;      // now, or for good
  std::vector<FeedTrouble> overflowed;  // entries of the month may have passed unseen
  std::vector<SilentSource> silent;     // most regular first
  std::vector<StoredItem> late;         // of this month or the one before, by date
  std::vector<StoredItem> undecided;    // of the month, by date
  std::string last_issue;           // the closed issue before, as in "2023-12"; may be empty
  std::vector<NotAgain> not_again;  // in that issue's order
};

/// `month` as in "2024-01". Throws UsageError when it is none, StoreError when the store fails.
CoverageReport coverage_report(Store& store, const Config& config, const std::string& month);

}  // namespace collector
