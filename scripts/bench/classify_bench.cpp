// How many items a second one core places: the model alone, given the names of an item's
// features; with the reading of title and link; and the whole classifier. Items are lines of
// JSON with "title" (or "link_text") and "url", as `collector classify` reads them.
#include "classify/built_in_model.h"
#include "classify/classify.h"
#include "classify/features.h"
#include "classify/model.h"
#include "config/config.h"
#include "core/json.h"
#include "news/recognise.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using namespace collector;

namespace {

constexpr std::chrono::seconds kEach{2};

std::vector<Item> read_items(const char* path, const ProjectRegistry& projects) {
  std::ifstream file(path);
  std::vector<Item> items;
  for (std::string line; std::getline(file, line);) {
    const Json object = parse_json(line).value();
    Item& item = items.emplace_back();
    item.title = object["title"].text();
    if (item.title.empty()) item.title = object["link_text"].text();
    item.url = object["url"].text();
    recognise(item, {}, "", projects);
  }
  return items;
}

/// Calls `place` with one number below `count` after the other, and prints how often a second.
template <typename Place>
void measure(const char* what, std::size_t count, Place place) {
  const auto start = std::chrono::steady_clock::now();
  std::chrono::duration<double> took{};
  std::size_t done = 0;
  double sum = 0;  // so that nothing is left out as unused
  while ((took = std::chrono::steady_clock::now() - start) < kEach)
    for (std::size_t at = 0; at < count; ++at, ++done)
      sum += place(at);
  std::printf("%-24s %9.0f items a second (mean confidence %.3f)\n", what,
              static_cast<double>(done) / took.count(), sum / static_cast<double>(done));
}

double best(const Prediction& prediction) {
  double most = 0;
  for (const double share : prediction.probabilities)
    most = std::max(most, share);
  return most;
}

}  // namespace

int main(int argc, char** argv) {
  const Config config = parse_config("", "built in");
  const ProjectRegistry projects(config.projects);
  const std::vector<Item> items =
      argc == 2 ? read_items(argv[1], projects) : std::vector<Item>{};
  if (items.empty()) return std::fputs("usage: classify_bench ITEMS.jsonl\n", stderr), 2;

  const Model model = Model::parse(kBuiltInModel);
  std::vector<std::vector<std::string>> features;
  for (const Item& item : items)
    features.push_back(features_of(item, projects));
  const Classifier classifier(config.newsletter, {}, projects);
  measure("the model alone", items.size(),
          [&](std::size_t at) { return best(model.predict(features[at])); });
  measure("with reading", items.size(), [&](std::size_t at) {
    return best(model.predict([&](const auto& take) {
      each_feature(items[at], read_clues(items[at], projects), take);
    }));
  });
  measure("the whole classifier", items.size(),
          [&](std::size_t at) { return classifier.classify(items[at], {}).confidence; });
}
