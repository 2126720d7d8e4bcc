// store_bench DATABASE ITEMS [FEEDS]: adds ITEMS made-up items of 3.2 KB through Store, thirty
// to a poll, and says how many it did a second, and with how much CPU. With FEEDS, the feeds are polled in turn until
// all items are there; the first ten thousand are of two recent years, the others older. The
// database must not exist yet.
#include "store/poll.h"
#include "store/store.h"
#include "store/polls.h"

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace collector;

namespace {

constexpr int kEntriesOfPoll = 30;
constexpr int kPollsOfBatch = 64;
constexpr std::size_t kShortestText = 600;  // of an article, in bytes; the average is 3,200
constexpr std::size_t kLongestText = 5800;
constexpr std::size_t kSummary = 1000;
constexpr UtcTime kRecent{seconds{1'698'796'800}};  // 2023-11-01
constexpr UtcTime kPast{seconds{820'454'400}};      // 1996-01-01
constexpr seconds kRecentYears{2 * 365 * 24 * 3600};
constexpr int kRecentItems = 10'000;

/// Words enough for all articles, the frequent ones as frequent as languages have them (Zipf).
std::string make_prose(std::mt19937& random) {
  constexpr double kVocabulary = 30'000;
  std::uniform_real_distribution<double> rank(0, std::log(kVocabulary));
  std::string prose;
  while (prose.size() < 4'000'000) {
    const auto word = static_cast<int>(std::exp(rank(random)));
    prose += fmt::format("{}{}{:x} ", "wr"[word % 2], "aeiou"[word % 5], word);
  }
  return prose;
}

class Newspaper {
 public:
  explicit Newspaper(bool has_past) : has_past_(has_past) {}

  Item entry(int feed, int number) {
    std::uniform_int_distribution<std::size_t> length(kShortestText, kLongestText);
    std::uniform_int_distribution<std::size_t> place(0, prose_.size() - 2 * kLongestText);
    const std::size_t size = length(random_);
    const std::size_t start = place(random_);
    Item item;
    item.feed = fmt::format("feed {}", feed);
    item.guid = fmt::format("tag:host{}.example.org,2008:Repository/{}", feed % 977, number);
    item.key = item.guid;
    item.url = fmt::format("https://host{}.example.org/p/releases/tag/v{}", feed % 977, number);
    item.canonical_url = item.url;
    item.title = prose_.substr(start + size, 50);
    item.headline = item.title;
    item.author = "author";
    item.summary = prose_.substr(start, std::min(size, kSummary));
    item.content = prose_.substr(start, size);
    item.date = date_of(number);
    item.published = item.date;
    item.date_source = DateSource::Published;
    item.section = "articles";
    item.reasons = {"the feed's own section"};
    return item;
  }

 private:
  UtcTime date_of(int number) {
    const bool recent = number < kRecentItems || !has_past_;
    const seconds span = recent ? kRecentYears : kRecent - kPast;
    std::uniform_int_distribution<seconds::rep> moment(0, span.count() - 1);
    return (recent ? kRecent : kPast) + seconds{moment(random_)};
  }

  bool has_past_;
  std::mt19937 random_{12345};
  std::string prose_ = make_prose(random_);
};

/// The validators are those that store_growth.py answers "not modified" to.
FeedUpdate make_poll(Newspaper& newspaper, int feed, int first, int entries) {
  FeedUpdate update;
  update.state.name = fmt::format("feed {}", feed);
  update.state.url = fmt::format("http://127.0.0.1:18777/{}", feed);
  update.state.validators.etag = "\"same\"";
  for (int n = 0; n < entries; ++n)
    update.items.push_back(newspaper.entry(feed, first + n));
  return update;
}

/// Of this process, user and system.
double cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto count = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return count(used.ru_utime) + count(used.ru_stime);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    fmt::print(stderr, "usage: store_bench DATABASE ITEMS [FEEDS]\n");
    return 2;
  }
  const int items = std::atoi(argv[2]);
  const int feeds = argc == 4 ? std::atoi(argv[3]) : items;
  const auto store = open_store(argv[1], Access::Write);
  Newspaper newspaper(argc == 4);
  std::chrono::duration<double> spent{0};
  double worked = 0;
  for (int done = 0, polls = 0; done < items;) {
    std::vector<FeedUpdate> batch;
    for (; batch.size() < kPollsOfBatch && done < items; ++polls) {
      const int entries = std::min(kEntriesOfPoll, items - done);
      batch.push_back(make_poll(newspaper, polls % feeds, done, entries));
      done += entries;
    }
    const auto start = std::chrono::steady_clock::now();
    const double before = cpu_seconds();
    store->polls().save(batch, kRecent);
    spent += std::chrono::steady_clock::now() - start;
    worked += cpu_seconds() - before;
  }
  fmt::print("{} items {:.3f} s {:.0f} items/s, {:.3f} s of CPU\n", items, spent.count(),
             items / spent.count(), worked);
}
