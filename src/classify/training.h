// Makes models of examples. Deterministic: the same examples in the same order give the same
// model, to the last digit.
#pragma once

#include "classify/model.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// One item whose section is known.
struct Example {
  std::vector<std::string> features;
  std::string section;
  double weight = 1;  // 0.5: counts half
};

/// Multinomial logistic regression, its weights held small (L2), by limited-memory BFGS. The
/// model knows the sections that occur in `examples`, in alphabetical order.
Model train(std::span<const Example> examples);

/// An answer and whether it was right, of examples the model has not seen.
struct HeldOut {
  std::vector<double> probabilities;  // at temperature 1
  std::size_t right = 0;              // index of the true section
  bool agreed = false;                // Model::agreed of the answer
  double weight = 1;                  // as of the example
};

/// How sure an answer may be that Model::agreed does not back: what is new, or was printed now
/// here, now there, deserves an editor's look.
inline constexpr double kMostWithoutAgreement = 0.89;

/// What the answer is at another temperature.
std::vector<double> at_temperature(const HeldOut& answer, double temperature);

/// The temperature at which the probabilities are to be believed: the likeliest, but at least
/// so careful that of the agreed answers with 0.9 and more, 97 in 100 are right.
double find_temperature(std::span<const HeldOut> answers);

}  // namespace collector
