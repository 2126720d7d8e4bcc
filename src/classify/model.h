// The statistical model: a linear one. Every feature has a weight for every section; the file
// it is kept in says so, a feature a line, for people to read.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace collector {

/// Features of this kind say whose news an item is; a model keeps how often such news was
/// printed where.
inline constexpr std::string_view kNewsOf = "news-of=";

/// What a model says of one item.
struct Prediction {
  std::vector<double> probabilities;    // by section, in the model's order
  std::vector<std::uint32_t> features;  // those it knows, each once
};

class Model {
 public:
  Model() = default;  // knows no section and predicts nothing
  Model(Model&&) noexcept = default;
  Model& operator=(Model&&) noexcept = default;
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;
  ~Model() = default;
  /// `weights` has one row of sections.size() numbers for each of `names`, and so has
  /// `printed`: how many examples with that feature stood in each section.
  Model(std::vector<std::string> sections, std::vector<std::string> names,
        std::vector<float> weights, std::vector<int> printed, double temperature);

  /// Reads what text() wrote. Throws Error naming the line that makes no sense.
  static Model parse(std::string_view text);
  /// Sorted by name; what weighs next to nothing is left out.
  [[nodiscard]] std::string text() const;

  [[nodiscard]] const std::vector<std::string>& sections() const { return sections_; }

  [[nodiscard]] std::size_t size() const { return names_.size(); }

  [[nodiscard]] const std::string& name(std::uint32_t feature) const { return names_[feature]; }

  [[nodiscard]] double weight(std::uint32_t feature, std::size_t section) const {
    return weights_[feature * sections_.size() + section];
  }

  /// The share of items it predicted right of issues it had not seen; 0 when never measured.
  [[nodiscard]] double accuracy() const { return accuracy_; }

  /// The same model, measured: its probabilities are those of scores divided by `temperature`.
  [[nodiscard]] Model measured(double temperature, double accuracy) const;

  /// `each` hands the names of an item's features over, in any order, repeated or not.
  [[nodiscard]] Prediction predict(
      const std::function<void(const std::function<void(std::string_view)>&)>& each) const;
  [[nodiscard]] Prediction predict(std::span<const std::string> features) const;

  /// True when news of this kind and subject was printed twice or more, and never in another
  /// section than `section`.
  [[nodiscard]] bool agreed(const Prediction& prediction, std::size_t section) const;

  /// The features that speak loudest for `section` against the others, loudest first.
  [[nodiscard]] std::vector<std::uint32_t> reasons(const Prediction& prediction,
                                                   std::size_t section, std::size_t most) const;

 private:
  struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };

  [[nodiscard]] std::span<const int> printed(std::uint32_t feature) const;
  void add_scores(std::uint32_t feature, std::span<double> scores) const;

  std::vector<std::string> sections_;
  std::vector<std::string> names_;
  std::vector<float> weights_;
  std::vector<int> printed_;
  double temperature_ = 1;
  double accuracy_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> index_;  // views into names_
};

/// Scores → probabilities, in place.
void softmax(std::span<double> scores, double temperature);

}  // namespace collector
