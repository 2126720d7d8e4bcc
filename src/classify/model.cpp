#include "classify/model.h"

#include "core/error.h"
#include "core/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace collector {
namespace {

constexpr std::string_view kFirstLine = "# A model of collector, form 1";
constexpr std::string_view kPrinted = "printed";
constexpr double kTooLittle = 0.01;
constexpr int kAgreement = 2;  // so many in one section are no accident

/// To two digits, and never "-0.00".
double rounded(double weight) {
  return std::round(weight * 100) / 100 + 0.0;
}

bool is_apart(char c) {
  return c == ' ' || c == '%' || is_control(c);
}

/// A name as one word of a line: "big news" is "big%20news".
std::string as_word(std::string_view name) {
  std::string word;
  for (const char c : name)
    word +=
        is_apart(c) ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  return word;
}

/// The name that as_word() made `word` of.
std::string from_word(std::string_view word) {
  std::string name;
  for (std::size_t at = 0; at < word.size(); ++at) {
    unsigned char byte = 0;
    const char* const digits = word.data() + at + 1;
    const bool whole = word[at] == '%' && at + 2 < word.size() &&
                       std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    name += whole ? static_cast<char>(byte) : word[at];
    if (whole) at += 2;
  }
  return name;
}

/// The words of a line, one after the other; empty at its end.
std::string_view next_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

/// Reads a model line by line; knows where it is.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool next(std::string_view& line) {
    if (text_.empty()) return false;
    line = take_line(text_);
    ++number_;
    return true;
  }

  double number(std::string_view word) const {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(value))
      fail("wants a number, got \"" + std::string(word) + "\"");
    return value;
  }

  int count(std::string_view word) const {
    const double value = number(word);
    if (value < 0 || value > 1e6 || value != std::floor(value))
      fail("wants a whole number, got \"" + std::string(word) + "\"");
    return static_cast<int>(value);
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(fmt::format("the model, line {}: {}; 'learn' writes a new one", number_, what));
  }

 private:
  std::string_view text_;
  int number_ = 0;
};

}  // namespace

void softmax(std::span<double> scores, double temperature) {
  if (scores.empty()) return;
  const double most = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& score : scores)
    sum += score = std::exp((score - most) / temperature);
  for (double& score : scores)
    score /= sum;
}

Model::Model(std::vector<std::string> sections, std::vector<std::string> names,
             std::vector<float> weights, std::vector<int> printed, double temperature)
    : sections_(std::move(sections)),
      names_(std::move(names)),
      weights_(std::move(weights)),
      printed_(std::move(printed)),
      temperature_(temperature) {
  index_.reserve(names_.size());
  for (std::size_t at = 0; at < names_.size(); ++at)
    index_.emplace(names_[at], static_cast<std::uint32_t>(at));
}

Model Model::measured(double temperature, double accuracy) const {
  Model model(sections_, names_, weights_, printed_, temperature);
  model.accuracy_ = accuracy;
  return model;
}

Model Model::parse(std::string_view text) {
  Reader reader(text);
  std::string_view line;
  if (!reader.next(line) || line != kFirstLine)
    reader.fail("wants \"" + std::string(kFirstLine) + "\"");
  std::vector<std::string> sections;
  std::vector<std::string> names;
  std::vector<float> weights;
  std::vector<int> printed;
  double temperature = 1;
  double accuracy = 0;
  while (reader.next(line)) {
    const std::string_view name = next_word(line);
    if (name.empty() || name.starts_with("#")) continue;
    if (name == "sections") {
      for (std::string_view word = next_word(line); !word.empty(); word = next_word(line))
        sections.push_back(from_word(word));
    } else if (name == "temperature") {
      temperature = reader.number(next_word(line));
      if (temperature <= 0) reader.fail("wants a temperature above 0");
    } else if (name == "accuracy") {
      accuracy = reader.number(next_word(line));
    } else {
      names.push_back(from_word(name));
      for (std::size_t at = 0; at < sections.size(); ++at)
        weights.push_back(static_cast<float>(reader.number(next_word(line))));
      const bool counted = next_word(line) == kPrinted;
      for (std::size_t at = 0; at < sections.size(); ++at)
        printed.push_back(counted ? reader.count(next_word(line)) : 0);
    }
  }
  if (sections.empty()) reader.fail("wants a line \"sections …\"");
  Model model(std::move(sections), std::move(names), std::move(weights), std::move(printed),
              temperature);
  model.accuracy_ = accuracy;
  return model;
}

std::string Model::text() const {
  std::string text = std::string(kFirstLine) + "\n";
  text += "# A feature a line, then how much it speaks for each section. Made by 'learn'.\n";
  text += "# Whose news it is also says how often such news was printed in each.\n";
  text += "sections";
  for (const std::string& section : sections_)
    text += " " + as_word(section);
  text += fmt::format("\ntemperature {:.3f}\naccuracy {:.4f}\n", temperature_, accuracy_);
  std::vector<std::uint32_t> order(names_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return names_[a] < names_[b]; });
  for (const std::uint32_t feature : order) {
    std::string line = as_word(names_[feature]);
    bool counts = false;
    for (std::size_t section = 0; section < sections_.size(); ++section) {
      counts = counts || std::abs(weight(feature, section)) >= kTooLittle;
      line += fmt::format(" {:.2f}", rounded(weight(feature, section)));
    }
    if (names_[feature].starts_with(kNewsOf)) {
      counts = true;
      line += fmt::format(" {} {}", kPrinted, fmt::join(printed(feature), " "));
    }
    if (counts) text += line + "\n";
  }
  return text;
}

std::span<const int> Model::printed(std::uint32_t feature) const {
  return std::span(printed_).subspan(feature * sections_.size(), sections_.size());
}

bool Model::agreed(const Prediction& prediction, std::size_t section) const {
  for (const std::uint32_t feature : prediction.features) {
    if (!names_[feature].starts_with(kNewsOf)) continue;
    const std::span<const int> counts = printed(feature);
    return counts[section] >= kAgreement &&
           std::accumulate(counts.begin(), counts.end(), 0) == counts[section];
  }
  return false;
}

void Model::add_scores(std::uint32_t feature, std::span<double> scores) const {
  for (std::size_t section = 0; section < scores.size(); ++section)
    scores[section] += weight(feature, section);
}

Prediction Model::predict(
    const std::function<void(const std::function<void(std::string_view)>&)>& each) const {
  Prediction prediction;
  prediction.probabilities.assign(sections_.size(), 0);
  prediction.features.reserve(64);
  each([&](std::string_view name) {
    const auto found = index_.find(name);
    if (found != index_.end()) prediction.features.push_back(found->second);
  });
  std::sort(prediction.features.begin(), prediction.features.end());
  prediction.features.erase(std::unique(prediction.features.begin(), prediction.features.end()),
                            prediction.features.end());
  for (const std::uint32_t feature : prediction.features)
    add_scores(feature, prediction.probabilities);
  softmax(prediction.probabilities, temperature_);
  return prediction;
}

Prediction Model::predict(std::span<const std::string> features) const {
  return predict([&](const std::function<void(std::string_view)>& take) {
    for (const std::string& name : features)
      take(name);
  });
}

std::vector<std::uint32_t> Model::reasons(const Prediction& prediction, std::size_t section,
                                          std::size_t most) const {
  std::vector<std::pair<double, std::uint32_t>> speaking;
  for (const std::uint32_t feature : prediction.features) {
    double others = 0;
    for (std::size_t at = 0; at < sections_.size(); ++at)
      if (at != section) others = std::max(others, weight(feature, at));
    const double lead = weight(feature, section) - others;
    if (lead > 0) speaking.emplace_back(-lead, feature);
  }
  std::sort(speaking.begin(), speaking.end());
  std::vector<std::uint32_t> loudest;
  for (std::size_t at = 0; at < std::min(most, speaking.size()); ++at)
    loudest.push_back(speaking[at].second);
  return loudest;
}

}  // namespace collector
