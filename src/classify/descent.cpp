#include "classify/descent.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

namespace collector {
namespace {

constexpr int kMostSteps = 300;
constexpr std::size_t kMemory = 8;
constexpr double kLevel = 1e-3;   // of the gradient, against the first one
constexpr double kEnough = 1e-4;  // of the descent that the gradient promises
constexpr int kMostHalvings = 30;

double product(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void add(std::vector<double>& to, double factor, std::span<const double> what) {
  for (std::size_t at = 0; at < to.size(); ++at)
    to[at] += factor * what[at];
}

/// One step taken, and what it did to the gradient.
struct Step {
  std::vector<double> moved;
  std::vector<double> turned;
  double scale = 0;  // 1 / moved·turned
};

/// Where to go: the gradient seen through the last steps' idea of the curvature.
std::vector<double> direction(const std::deque<Step>& steps, std::span<const double> gradient) {
  std::vector<double> way(gradient.begin(), gradient.end());
  std::vector<double> share(steps.size());
  for (std::size_t at = steps.size(); at-- > 0;) {
    share[at] = steps[at].scale * product(steps[at].moved, way);
    add(way, -share[at], steps[at].turned);
  }
  if (!steps.empty()) {
    const Step& last = steps.back();
    const double length = 1 / (last.scale * product(last.turned, last.turned));
    for (double& part : way)
      part *= length;
  }
  for (std::size_t at = 0; at < steps.size(); ++at)
    add(way, share[at] - steps[at].scale * product(steps[at].turned, way), steps[at].moved);
  for (double& part : way)
    part = -part;
  return way;
}

void remember(Step step, std::deque<Step>& steps) {
  const double curvature = product(step.moved, step.turned);
  if (curvature <= 1e-12) return;
  step.scale = 1 / curvature;
  steps.push_back(std::move(step));
  if (steps.size() > kMemory) steps.pop_front();
}

}  // namespace

void descend(std::vector<double>& at, const Slope& slope) {
  std::vector<double> gradient(at.size());
  double value = slope(at, gradient);
  const double level = kLevel * std::sqrt(product(gradient, gradient));
  std::deque<Step> steps;
  for (int count = 0; count < kMostSteps; ++count) {
    if (std::sqrt(product(gradient, gradient)) <= level) return;
    const std::vector<double> way = direction(steps, gradient);
    const double promised = product(way, gradient);
    std::vector<double> next_gradient(at.size());
    double length = steps.empty() ? 1 / std::max(1.0, std::sqrt(-promised)) : 1;
    for (int halving = 0;; ++halving, length /= 2) {
      std::vector<double> next = at;
      add(next, length, way);
      const double reached = slope(next, next_gradient);
      if (reached > value + kEnough * length * promised) {
        if (halving < kMostHalvings) continue;
        return;  // as low as these numbers can tell
      }
      Step step{next, next_gradient};
      add(step.moved, -1, at);
      add(step.turned, -1, gradient);
      remember(std::move(step), steps);
      at = std::move(next);
      gradient = next_gradient;
      value = reached;
      break;
    }
  }
}

}  // namespace collector
