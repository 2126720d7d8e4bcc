#include "classify/classify.h"

#include "classify/knowledge.h"
#include "classify/rules.h"
#include "classify/topic.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace collector {
namespace {

constexpr double kRule = 1.0;
constexpr double kConfiguredSection = 0.6;
constexpr double kNoSection = 0.3;
constexpr double kOpinionNeeded = 0.75;
constexpr const char* kDefaultSection = "articles";
constexpr const char* kEventSection = "events";
constexpr double kDated = 0.95;

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
       const ProjectRegistry& projects)
      : newsletter_(newsletter),
        projects_(projects),
        rules_(newsletter.rules, "the newsletter's rules") {
    for (const FeedSource& feed : feeds)
      if (!feed.rules.empty())
        feed_rules_.emplace(feed.name,
                            RuleList(feed.rules, "the rules of feed " + in_quotes(feed.name)));
  }

  [[nodiscard]] Verdict classify(const Item& item, const FeedSource& source,
                                 const FeedProfile& profile) const {
    const std::string prior = prior_section(source);
    if (auto verdict = by_rules(item, source, prior)) return *verdict;
    if (!item.days.empty() && has_section(kEventSection))
      return {kEventSection, false, kDated, {"a calendar says its days"}};
    if (auto verdict = as_noise(item, profile, prior)) return *verdict;
    if (auto verdict = by_knowledge(item)) return *verdict;
    return by_feed(item, source, prior);
  }

  [[nodiscard]] const ProjectRegistry& projects() const { return projects_; }

 private:
  [[nodiscard]] bool has_section(const std::string& name) const {
    return newsletter_.sections.empty() ||
           std::any_of(newsletter_.sections.begin(), newsletter_.sections.end(),
                       [&](const Section& section) { return section.name == name; });
  }

  [[nodiscard]] std::string prior_section(const FeedSource& source) const {
    if (!source.section.empty()) return source.section;
    return has_section(kDefaultSection) ? kDefaultSection : newsletter_.sections.front().name;
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
    if (rule.section == "noise") return noise(prior, reason, kRule);
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
      return noise(prior, "the kind of page that is no news: a commit, a checksum or a readme",
                   0.95);
    if (is_support_request(item, profile))
      return noise(prior, "a conversation of a forum, not one of its announcements", 0.9);
    if (profile.mixed && !is_on_topic(item, projects_))
      return noise(prior,
                   "off topic: other items of this feed are about the newsletter's matters, "
                   "this one names none of them",
                   0.8);
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Verdict> by_knowledge(const Item& item) const {
    const auto opinion = opinion_of(item, projects_);
    if (!opinion || opinion->confidence < kOpinionNeeded || !has_section(opinion->section))
      return std::nullopt;
    return Verdict{opinion->section, false, opinion->confidence, {opinion->reason}};
  }

  [[nodiscard]] Verdict by_feed(const Item& item, const FeedSource& source,
                                const std::string& prior) const {
    const bool release = item.kind == ItemKind::Release || item.kind == ItemKind::Prerelease;
    if (is_software_section(prior) && !release && has_section("articles"))
      return {"articles",
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
  RuleList rules_;
  std::unordered_map<std::string, RuleList> feed_rules_;
};

Classifier::Classifier(const Newsletter& newsletter, std::span<const FeedSource> feeds,
                       const ProjectRegistry& projects)
    : impl_(std::make_unique<Impl>(newsletter, feeds, projects)) {}

Classifier::~Classifier() = default;
Classifier::Classifier(Classifier&&) noexcept = default;
Classifier& Classifier::operator=(Classifier&&) noexcept = default;

FeedProfile Classifier::profile(std::span<const Item> items, const FeedSource& source) const {
  return profile_of(items, source, impl_->projects());
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
