#include "learn/lesson.h"

#include "classify/features.h"
#include "core/error.h"
#include "core/sections.h"
#include "news/recognise.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>

namespace collector {
namespace {

constexpr std::size_t kFolds = 5;
constexpr std::size_t kLastIssues = 6;
constexpr std::size_t kFewestIssues = 10;
constexpr double kSure = 0.9;

/// After so many years an issue counts half: editors change their ways.
constexpr double kHalfLifeYears = 4;

/// A reviewer's move is about this newsletter and meant as a correction.
constexpr double kMoveWeight = 2;

constexpr std::array<std::string_view, 4> kToldByKind{kAnnouncements, kEvents, kTalks,
                                                      kExtensions};

bool told_by_kind(const std::string& section) {
  return std::find(kToldByKind.begin(), kToldByKind.end(), section) != kToldByKind.end();
}

/// "2024-07-05" → 2024.5
double year_of(const std::string& day) {
  return std::stod(day.substr(0, 4)) + (std::stod(day.substr(5, 2)) - 1) / 12;
}

LabelledItem labelled(Item item, const std::string& section, const ProjectRegistry& projects) {
  recognise(item, {}, "", projects);
  return {{features_of(item, projects), section, 1}, {}};
}

std::vector<std::string> issues_of(std::span<const LabelledItem> items) {
  std::set<std::string> issues;
  for (const LabelledItem& item : items)
    if (!item.issue.empty()) issues.insert(item.issue);
  return {issues.begin(), issues.end()};
}

using HeldBack = std::function<bool(const std::string& issue)>;

Model train_without(std::span<const LabelledItem> items, const HeldBack& held_back) {
  std::vector<Example> examples;
  for (const LabelledItem& item : items)
    if (item.issue.empty() || !held_back(item.issue)) examples.push_back(item.example);
  return train(examples);
}

/// What a model that never saw the items held back says of them.
std::vector<HeldOut> predict_held_back(std::span<const LabelledItem> items,
                                       const std::vector<std::string>& sections,
                                       const HeldBack& held_back) {
  const Model model = train_without(items, held_back);
  std::vector<HeldOut> answers;
  for (const LabelledItem& item : items) {
    if (item.issue.empty() || !held_back(item.issue)) continue;
    const Prediction prediction = model.predict(item.example.features);
    HeldOut& answer = answers.emplace_back();
    answer.weight = item.example.weight;
    const auto& said = prediction.probabilities;
    answer.agreed = model.agreed(
        prediction,
        static_cast<std::size_t>(std::max_element(said.begin(), said.end()) - said.begin()));
    answer.probabilities.assign(sections.size(), 0);
    for (std::size_t at = 0; at < sections.size(); ++at) {
      const auto& known = model.sections();
      const auto place = std::find(known.begin(), known.end(), sections[at]);
      if (place != known.end())
        answer.probabilities[at] =
            prediction.probabilities[static_cast<std::size_t>(place - known.begin())];
      if (sections[at] == item.example.section) answer.right = at;
    }
  }
  return answers;
}

Score score(std::span<const HeldOut> answers, double temperature) {
  Score score;
  for (const HeldOut& answer : answers) {
    const std::vector<double> probabilities = at_temperature(answer, temperature);
    const auto best = std::max_element(probabilities.begin(), probabilities.end());
    const auto place = static_cast<std::size_t>(best - probabilities.begin());
    const bool right = place == answer.right;
    ++score.total;
    score.right += right ? 1 : 0;
    const bool sure = answer.agreed && *best >= kSure;
    score.sure += sure ? 1 : 0;
    score.sure_and_right += right && sure ? 1 : 0;
  }
  return score;
}

}  // namespace

double Score::noise() const {
  return total == 0 ? 0 : std::sqrt(accuracy() * (1 - accuracy()) / total);
}

std::vector<LabelledItem> labelled_items(std::span<const PublishedItem> items,
                                         const ProjectRegistry& projects) {
  std::string newest = "0000-00";
  for (const PublishedItem& item : items)
    newest = std::max(newest, item.issue);
  std::vector<LabelledItem> labelled_ones;
  for (const PublishedItem& published : items) {
    if (told_by_kind(published.section)) continue;
    Item item;
    item.title = published.title;
    item.url = published.url;
    item.language = published.language;
    LabelledItem made = labelled(std::move(item), published.section, projects);
    made.issue = published.issue;
    const double age = year_of(newest) - year_of(published.issue);
    made.example.weight = std::exp2(-age / kHalfLifeYears);
    labelled_ones.push_back(std::move(made));
  }
  return labelled_ones;
}

std::vector<LabelledItem> labelled_moves(std::span<const StoredItem> items,
                                         const ProjectRegistry& projects) {
  std::vector<LabelledItem> moves;
  for (const StoredItem& stored : items) {
    if (!stored.moved || told_by_kind(stored.item.section)) continue;
    LabelledItem made = labelled(stored.item, stored.item.section, projects);
    made.example.weight = kMoveWeight;
    moves.push_back(std::move(made));
  }
  return moves;
}

Lesson learn(std::span<const LabelledItem> items) {
  const std::vector<std::string> issues = issues_of(items);
  std::set<std::string> names;
  for (const LabelledItem& item : items)
    names.insert(item.example.section);
  const std::vector<std::string> sections(names.begin(), names.end());
  if (sections.size() < 2 || issues.size() < kFewestIssues)
    throw Error(
        fmt::format("too little to learn from: {} issues and {} sections with items, "
                    "at least {} and 2 are wanted",
                    issues.size(), sections.size(), kFewestIssues));
  std::vector<HeldOut> crossed;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const auto held_back = [&](const std::string& issue) {
      const auto place = std::lower_bound(issues.begin(), issues.end(), issue);
      return static_cast<std::size_t>(place - issues.begin()) % kFolds == fold;
    };
    for (HeldOut& answer : predict_held_back(items, sections, held_back))
      crossed.push_back(std::move(answer));
  }
  const std::string& first_of_last = issues[issues.size() - kLastIssues];
  const std::vector<HeldOut> last = predict_held_back(
      items, sections, [&](const std::string& issue) { return issue >= first_of_last; });

  const double temperature = find_temperature(crossed);
  Lesson lesson;
  lesson.crossed = score(crossed, temperature);
  lesson.model = train_without(items, [](const std::string&) {
                   return false;
                 }).measured(temperature, lesson.crossed.accuracy());
  lesson.last_six = score(last, temperature);
  lesson.examples = items.size();
  return lesson;
}

}  // namespace collector
