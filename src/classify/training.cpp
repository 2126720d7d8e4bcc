#include "classify/training.h"

#include "classify/descent.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace collector {
namespace {

/// How far weights may grow; chosen by cross-validation over the newsletter's issues since
/// 2021.
constexpr double kFreedom = 1;

/// How far sections with few examples are made up for: 0 not at all, 1 wholly. Left alone, what
/// could stand in two sections goes to the larger one. Chosen likewise.
constexpr double kBalance = 0.75;

constexpr double kSure = 0.9;
constexpr double kRightOfSure = 0.97;

/// The examples with numbers for names.
struct Numbered {
  std::vector<std::string> names;
  std::vector<std::string> sections;
  std::vector<std::vector<std::uint32_t>> features;
  std::vector<std::size_t> right;
  std::vector<double> weight;
};

Numbered number(std::span<const Example> examples) {
  Numbered numbered;
  std::set<std::string> sections;
  for (const Example& example : examples)
    sections.insert(example.section);
  numbered.sections.assign(sections.begin(), sections.end());
  std::unordered_map<std::string, std::uint32_t> known;
  for (const Example& example : examples) {
    std::vector<std::uint32_t>& row = numbered.features.emplace_back();
    for (const std::string& name : example.features) {
      const auto [at, fresh] =
          known.try_emplace(name, static_cast<std::uint32_t>(numbered.names.size()));
      if (fresh) numbered.names.push_back(name);
      row.push_back(at->second);
    }
    const auto place = std::distance(sections.begin(), sections.find(example.section));
    numbered.right.push_back(static_cast<std::size_t>(place));
    numbered.weight.push_back(example.weight);
  }
  return numbered;
}

void balance(Numbered& data) {
  std::vector<double> count(data.sections.size(), 0);
  for (const std::size_t section : data.right)
    ++count[section];
  const double fair =
      static_cast<double>(data.right.size()) / static_cast<double>(data.sections.size());
  for (std::size_t example = 0; example < data.right.size(); ++example)
    data.weight[example] *= std::pow(fair / count[data.right[example]], kBalance);
}

/// How badly `weights` explain the examples, and in `slope` which way it gets worse.
double loss(const Numbered& data, std::span<const double> weights, std::span<double> slope) {
  const std::size_t sections = data.sections.size();
  double sum = 0;
  for (std::size_t at = 0; at < weights.size(); ++at) {
    slope[at] = weights[at] / kFreedom;
    sum += weights[at] * weights[at] / (2 * kFreedom);
  }
  std::vector<double> scores(sections);
  for (std::size_t example = 0; example < data.features.size(); ++example) {
    std::fill(scores.begin(), scores.end(), 0);
    for (const std::uint32_t feature : data.features[example])
      for (std::size_t section = 0; section < sections; ++section)
        scores[section] += weights[feature * sections + section];
    softmax(scores, 1);
    sum -= data.weight[example] * std::log(std::max(scores[data.right[example]], 1e-300));
    scores[data.right[example]] -= 1;
    for (const std::uint32_t feature : data.features[example])
      for (std::size_t section = 0; section < sections; ++section)
        slope[feature * sections + section] += data.weight[example] * scores[section];
  }
  return sum;
}

struct Trust {
  double surprise = 0;  // at what was right; the less the better
  bool earned = true;   // by the answers that sound sure
};

Trust trust_at(std::span<const HeldOut> answers, double temperature) {
  Trust trust;
  double sure = 0;
  double right = 0;
  for (const HeldOut& answer : answers) {
    const std::vector<double> probabilities = at_temperature(answer, temperature);
    const auto best = std::max_element(probabilities.begin(), probabilities.end());
    const bool is_right =
        static_cast<std::size_t>(best - probabilities.begin()) == answer.right;
    trust.surprise -= answer.weight * std::log(std::max(probabilities[answer.right], 1e-300));
    if (!answer.agreed || *best < kSure) continue;
    sure += answer.weight;
    right += is_right ? answer.weight : 0;
  }
  trust.earned = right >= kRightOfSure * sure;
  return trust;
}

std::vector<int> count_printed(const Numbered& data) {
  std::vector<int> printed(data.names.size() * data.sections.size(), 0);
  for (std::size_t example = 0; example < data.features.size(); ++example)
    for (const std::uint32_t feature : data.features[example])
      ++printed[feature * data.sections.size() + data.right[example]];
  return printed;
}

}  // namespace

Model train(std::span<const Example> examples) {
  Numbered data = number(examples);
  balance(data);
  std::vector<double> weights(data.names.size() * data.sections.size(), 0);
  descend(weights, [&](std::span<const double> at, std::span<double> slope) {
    return loss(data, at, slope);
  });
  return {data.sections, data.names, {weights.begin(), weights.end()}, count_printed(data), 1};
}

std::vector<double> at_temperature(const HeldOut& answer, double temperature) {
  std::vector<double> scores = answer.probabilities;
  for (double& score : scores)
    score = std::log(std::max(score, 1e-300));
  softmax(scores, temperature);
  return scores;
}

double find_temperature(std::span<const HeldOut> answers) {
  constexpr int kFirst = 10;  // twentieths
  constexpr int kLast = 80;
  const auto trust = [&](int twentieths) { return trust_at(answers, twentieths / 20.0); };
  int likeliest = 20;
  double least = HUGE_VAL;
  for (int tried = kFirst; tried <= kLast; ++tried) {
    const double surprise = trust(tried).surprise;
    if (surprise < least) {
      least = surprise;
      likeliest = tried;
    }
  }
  while (likeliest < kLast && !trust(likeliest).earned)
    ++likeliest;
  return likeliest / 20.0;
}

}  // namespace collector
