// Finds the lowest point of a smooth function of many variables.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace collector {

/// The value at a point; writes the gradient there.
using Slope = std::function<double(std::span<const double> at, std::span<double> gradient)>;

/// Moves `at` downhill until it is level (limited-memory BFGS with backtracking; Nocedal and
/// Wright, "Numerical Optimization", algorithms 3.1 and 7.5). For convex functions that is the
/// lowest point there is.
void descend(std::vector<double>& at, const Slope& slope);

}  // namespace collector
