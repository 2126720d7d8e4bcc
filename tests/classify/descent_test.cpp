#include "classify/descent.h"

#include "support/catch.h"

#include <cmath>

using namespace collector;

TEST_CASE("the lowest point of a long, narrow valley is found") {
  // x² + 1000 (y - 3)² + (x + y)², level where its gradient is nothing
  std::vector<double> at{10, -10};

  descend(at, [](std::span<const double> p, std::span<double> slope) {
    slope[0] = 2 * p[0] + 2 * (p[0] + p[1]);
    slope[1] = 2000 * (p[1] - 3) + 2 * (p[0] + p[1]);
    return p[0] * p[0] + 1000 * (p[1] - 3) * (p[1] - 3) + (p[0] + p[1]) * (p[0] + p[1]);
  });

  CHECK(at[0] == Approx(-at[1] / 2).epsilon(0.01));
  CHECK(at[1] == Approx(3).epsilon(0.01));
}

TEST_CASE("a point that is level already stays where it is") {
  std::vector<double> at{1, 2};

  descend(at, [](std::span<const double>, std::span<double> slope) {
    slope[0] = slope[1] = 0;
    return 7.0;
  });

  CHECK(at == std::vector<double>{1, 2});
}
