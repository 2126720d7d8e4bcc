#include "classify/classify.h"

#include "classify/features.h"
#include "classify/knowledge.h"
#include "classify/model.h"
#include "classify/model_in_use.h"
#include "classify/rules.h"
#include "classify/topic.h"
#include "classify/training.h"
#include "core/sections.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace collector {
namespace {

constexpr double kRule = 1.0;
constexpr double kConfiguredSection = 0.6;
constexpr double kNoSection = 0.3;
constexpr double kOpinionNeeded = 0.75;
constexpr double kSureOpinion = 0.85;  // where the model has a say, too
constexpr double kLeastOfListed = 0.6;
constexpr double kDated = 0.95;

/// The section of its feed counts as much as clues that make one section so many times as
/// likely as another.
constexpr double kFeedOdds = 20;
constexpr std::size_t kReasons = 3;

Verdict noise(std::string section, std::string reason, double confidence) {
  return {std::move(section), true, confidence, {std::move(reason)}};
}

std::string in_quotes(const std::string& text) {
  return "\"" + text + "\"";
}

}  // namespace

class Classifier::Impl {
 public:
  Impl(const Newsletter& newsletter, std::span<const FeedSource> feeds,
       const ProjectRegistry& projects, std::string model)
      : newsletter_(newsletter),
        projects_(projects),
        topic_(newsletter.topic, projects),
        model_text_(std::move(model)),
        rules_(newsletter.rules) {
    for (const FeedSource& feed : feeds)
      if (!feed.rules.empty()) feed_rules_.emplace(feed.name, RuleList(feed.rules));
  }

  [[nodiscard]] Verdict classify(const Item& item, const FeedSource& source,
                                 const FeedProfile& profile) const {
    const std::string prior = prior_section(source);
    if (auto verdict = by_rules(item, source, prior)) return *verdict;
    if (!item.days.empty() && has_section(kEvents))
      return {kEvents, false, kDated, {"a calendar says its days"}};
    if (auto verdict = as_noise(item, profile, prior)) return *verdict;
    const Clues clues = read_clues(item, projects_);
    if (auto verdict = by_knowledge(item, clues)) return *verdict;
    if (auto verdict = by_model(item, clues, source, prior)) return *verdict;
    return by_feed(item, source, prior);
  }

  [[nodiscard]] const Topic& topic() const { return topic_; }

 private:
  [[nodiscard]] bool has_section(const std::string& name) const {
    return newsletter_.sections.empty() || find_section(name, newsletter_.sections) != nullptr;
  }

  [[nodiscard]] std::string prior_section(const FeedSource& source) const {
    if (!source.section.empty()) return source.section;
    return has_section(kArticles) ? kArticles : newsletter_.sections.front().name;
  }

  [[nodiscard]] std::optional<Verdict> by_rules(const Item& item, const FeedSource& source,
                                                const std::string& prior) const {
    const auto own = feed_rules_.find(source.name);
    if (own != feed_rules_.end())
      if (const Rule* rule = own->second.match(item))
        return by_rule(*rule, "a rule of the feed", prior);
    if (const Rule* rule = rules_.match(item))
      return by_rule(*rule, "a rule of the newsletter", prior);
    return std::nullopt;
  }

  static Verdict by_rule(const Rule& rule, const std::string& whose, const std::string& prior) {
    const std::string reason = whose + ": " + describe(rule);
    if (rule.section == kNoise) return noise(prior, reason, kRule);
    return {rule.section, false, kRule, {reason}};
  }

  /// Only on evidence, never because nothing is known.
  [[nodiscard]] std::optional<Verdict> as_noise(const Item& item, const FeedProfile& profile,
                                                const std::string& prior) const {
    if (!newsletter_.title.empty() && item.title.starts_with(newsletter_.title))
      return noise(
          prior, "the newsletter's own: its title begins with " + in_quotes(newsletter_.title),
          kRule);
    if (item.kind == ItemKind::Noise)
      return noise(
          prior,
          "the kind of page that is no news: a commit, a nightly build, a checksum or a readme",
          0.95);
    if (is_conversation(item, profile))
      return noise(prior,
                   "a conversation of a forum or a mailing list, not one of its announcements",
                   0.9);
    if (profile.mixed && !topic_.covers(item))
      return noise(prior,
                   "off topic: other items of this feed are about the newsletter's matters, "
                   "this one names none of them",
                   0.8);
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Verdict> by_knowledge(const Item& item,
                                                    const Clues& clues) const {
    const auto opinion = opinion_of(item, clues, projects_);
    if (!opinion || !has_section(opinion->section)) return std::nullopt;
    const bool weighed = weighs(opinion->section);
    if (opinion->confidence < (weighed ? kSureOpinion : kOpinionNeeded)) return std::nullopt;
    // Editors do not always print a project where it is listed; the model knows how often.
    const double confidence =
        weighed ? std::max(kLeastOfListed, believable(predict(item, clues), opinion->section))
                : opinion->confidence;
    return Verdict{opinion->section, false, confidence, {opinion->reason}};
  }

  /// The model is read here, not at the start: most runs bring no news.
  [[nodiscard]] const Model& model() const {
    if (!model_) model_ = model_in_use(model_text_, newsletter_);
    return *model_;
  }

  /// True for the sections that the model knows.
  [[nodiscard]] bool weighs(const std::string& section) const {
    const std::vector<std::string>& known = model().sections();
    return std::find(known.begin(), known.end(), section) != known.end();
  }

  [[nodiscard]] Prediction predict(const Item& item, const Clues& clues) const {
    return model().predict([&](const auto& take) { each_feature(item, clues, take); });
  }

  /// How likely `section` is, and no more than its past allows.
  [[nodiscard]] double believable(const Prediction& prediction,
                                  const std::string& section) const {
    const std::vector<std::string>& known = model().sections();
    const auto place = static_cast<std::size_t>(std::find(known.begin(), known.end(), section) -
                                                known.begin());
    return believable(prediction, place, prediction.probabilities[place]);
  }

  [[nodiscard]] double believable(const Prediction& prediction, std::size_t place,
                                  double probability) const {
    return model().agreed(prediction, place) ? probability
                                             : std::min(probability, kMostWithoutAgreement);
  }

  /// What a feed about software says besides its releases is text about it.
  [[nodiscard]] std::string expected_section(const Item& item, const FeedSource& source) const {
    if (is_software(source.section) && !is_release(item.kind) && has_section(kArticles))
      return kArticles;
    return source.section;
  }

  [[nodiscard]] std::optional<Verdict> by_model(const Item& item, const Clues& clues,
                                                const FeedSource& source,
                                                const std::string& prior) const {
    const std::vector<std::string>& sections = model().sections();
    const std::string expected = expected_section(item, source);
    if (!expected.empty() && !weighs(expected)) return std::nullopt;
    const Prediction prediction = predict(item, clues);
    double sum = 0;
    std::size_t best = 0;
    std::vector<double> share(sections.size());
    for (std::size_t at = 0; at < sections.size(); ++at) {
      if (!has_section(sections[at])) continue;
      share[at] = prediction.probabilities[at] * (sections[at] == expected ? kFeedOdds : 1);
      sum += share[at];
      if (share[at] > share[best]) best = at;
    }
    if (sum == 0) return std::nullopt;
    Verdict verdict{sections[best], false, believable(prediction, best, share[best] / sum), {}};
    if (sections[best] == expected)
      verdict.reasons.push_back(expected == prior && expected == source.section
                                    ? "the section of its feed " + in_quotes(source.name)
                                    : "no release, though its feed is about " + prior);
    for (const std::uint32_t feature : model().reasons(prediction, best, kReasons))
      verdict.reasons.push_back("speaks for " + sections[best] + ": " +
                                describe_feature(model().name(feature)));
    if (verdict.reasons.empty())
      verdict.reasons.push_back("most of what editors printed stands there");
    return verdict;
  }

  [[nodiscard]] Verdict by_feed(const Item& item, const FeedSource& source,
                                const std::string& prior) const {
    if (is_software(prior) && !is_release(item.kind) && has_section(kArticles))
      return {kArticles,
              false,
              kConfiguredSection,
              {"no release, though its feed is about " + prior}};
    if (source.section.empty())
      return {prior, false, kNoSection, {"nothing better is known of it"}};
    return {prior,
            false,
            kConfiguredSection,
            {"the section of its feed " + in_quotes(source.name)}};
  }

  Newsletter newsletter_;
  const ProjectRegistry& projects_;
  Topic topic_;
  std::string model_text_;
  mutable std::optional<Model> model_;
  RuleList rules_;
  std::unordered_map<std::string, RuleList> feed_rules_;
};

Classifier::Classifier(const Newsletter& newsletter, std::span<const FeedSource> feeds,
                       const ProjectRegistry& projects, std::string model)
    : impl_(std::make_unique<Impl>(newsletter, feeds, projects, std::move(model))) {}

Classifier::~Classifier() = default;
Classifier::Classifier(Classifier&&) noexcept = default;
Classifier& Classifier::operator=(Classifier&&) noexcept = default;

FeedProfile Classifier::profile(std::span<const Item> items, const FeedSource& source) const {
  return impl_->topic().profile_of(items, source);
}

Verdict Classifier::classify(const Item& item, const FeedSource& source,
                             const FeedProfile& profile) const {
  return impl_->classify(item, source, profile);
}

void apply(const Verdict& verdict, Item& item) {
  item.section = verdict.section;
  item.noise = verdict.noise;
  item.confidence = verdict.confidence;
  item.reasons = verdict.reasons;
}

}  // namespace collector
