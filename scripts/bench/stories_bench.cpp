// How long it takes to find the stories among many items of one month, and whether twice the
// items take about twice the time.
#include "news/recognise.h"
#include "news/stories.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace collector;

namespace {

constexpr int kDays = 30;
constexpr int kProjects = 2000;

/// Every release on a forge and on a blog; every third post copied by a planet; the rest plain.
StoredItem made(int number) {
  const std::string project = "project" + std::to_string(number / 6 % kProjects);
  const std::string version = "1." + std::to_string(number / 6) + ".0";
  const std::string post = std::to_string(number / 3);
  StoredItem stored;
  Item& item = stored.item;
  stored.id = std::to_string(number);
  item.date = UtcTime{} + std::chrono::days{20000 + number % kDays};
  switch (number % 6) {
    case 0:
      item.feed = project + " releases";
      item.title = "v" + version;
      item.url = "https://github.com/somebody/" + project + "/releases/tag/v" + version;
      break;
    case 1:
      item.feed = project + " blog";
      item.title = project + " " + version + " released";
      item.url = "https://" + project + ".example/blog/" + version;
      break;
    case 2:
      item.feed = "planet";
      item.title = "Somebody: how we made number " + post + " of many";
      item.url = "https://planet.example/" + post;
      break;
    default:
      item.feed = "blog " + std::to_string(number % 500);
      item.title = "How we made number " + std::to_string(number) + " of many";
      item.url = "https://blog" + std::to_string(number % 500) + ".example/en/" + post;
  }
  item.canonical_url = item.url;
  recognise(item, FeedSource{}, "", ProjectRegistry{});
  return stored;
}

double seconds_for(int count) {
  std::vector<StoredItem> items;
  for (int number = 0; number < count; ++number)
    items.push_back(made(number));
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Story> stories = find_stories(items);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%7d items  %7zu stories  %6.2f s\n", count, stories.size(), took.count());
  return took.count();
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 100000;
  const double half = seconds_for(count / 2);
  const double whole = seconds_for(count);
  std::printf("twice the items: %.1f times the time\n", whole / half);
}
