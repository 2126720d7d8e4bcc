// store_bench DATABASE ITEMS: adds ITEMS made-up items of 3.2 KB through Store, thirty to a
// feed, and says how many it did a second. The database must not exist yet.
#include "store/store.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace collector;

namespace {

constexpr int kEntriesOfFeed = 30;
constexpr int kFeedsOfBatch = 64;           // as many as a fetch stores in one transaction
constexpr std::size_t kShortestText = 600;  // of an article, in bytes; the average is 3,200
constexpr std::size_t kLongestText = 5800;
constexpr std::size_t kSummary = 1000;
constexpr UtcTime kFirstDay{seconds{1'698'796'800}};  // 2023-11-01
constexpr int kSpreadSeconds = 2 * 365 * 24 * 3600;

/// Words enough for all articles, from a small vocabulary, as languages have.
std::string make_prose(std::mt19937& random) {
  std::uniform_int_distribution<int> word(0, 4000);
  std::string prose;
  while (prose.size() < 4'000'000)
    prose += fmt::format("w{:x}rd{} ", word(random), word(random) % 7);
  return prose;
}

class Newspaper {
 public:
  Item entry(int feed, int number) {
    std::uniform_int_distribution<std::size_t> length(kShortestText, kLongestText);
    std::uniform_int_distribution<std::size_t> place(0, prose_.size() - 2 * kLongestText);
    std::uniform_int_distribution<int> moment(0, kSpreadSeconds);
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
    item.date = kFirstDay + seconds{moment(random_)};
    item.published = item.date;
    item.date_source = DateSource::Published;
    item.section = "articles";
    item.reasons = {"the feed's own section"};
    return item;
  }

 private:
  std::mt19937 random_{12345};
  std::string prose_ = make_prose(random_);
};

FeedUpdate make_update(Newspaper& newspaper, int feed, int entries) {
  FeedUpdate update;
  update.state.name = fmt::format("feed {}", feed);
  update.state.url = fmt::format("https://host{}.example.org/feed", feed);
  update.state.last_success = kFirstDay;
  for (int n = 0; n < entries; ++n)
    update.items.push_back(newspaper.entry(feed, feed * kEntriesOfFeed + n));
  return update;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: store_bench DATABASE ITEMS\n");
    return 2;
  }
  const int items = std::atoi(argv[2]);
  const auto store = open_store(argv[1], Access::Write);
  Newspaper newspaper;
  std::chrono::duration<double> spent{0};
  for (int feed = 0; feed * kEntriesOfFeed < items;) {
    std::vector<FeedUpdate> batch;
    for (; batch.size() < kFeedsOfBatch && feed * kEntriesOfFeed < items; ++feed)
      batch.push_back(make_update(newspaper, feed,
                                  std::min(kEntriesOfFeed, items - feed * kEntriesOfFeed)));
    const auto start = std::chrono::steady_clock::now();
    store->save(batch, kFirstDay);
    spent += std::chrono::steady_clock::now() - start;
  }
  fmt::print("{} items {:.3f} s {:.0f} items/s\n", items, spent.count(), items / spent.count());
}
