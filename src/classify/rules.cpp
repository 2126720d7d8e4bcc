#include "classify/rules.h"

#include "core/error.h"

#include <re2/re2.h>

#include <algorithm>

namespace collector {
namespace {

/// A pattern may not need more; what needs it is no rule for titles.
constexpr std::int64_t kPatternBytes = 1 << 20;

using Pattern = std::unique_ptr<re2::RE2>;

Pattern compile(const std::string& text, const std::string& where) {
  if (text.empty()) return nullptr;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kPatternBytes);
  auto pattern = std::make_unique<re2::RE2>(text, options);
  if (!pattern->ok())
    throw ConfigError(where + ": the pattern \"" + text +
                      "\" cannot be read: " + pattern->error() + " (patterns are RE2)");
  return pattern;
}

bool fits(const Pattern& pattern, const std::string& text) {
  return !pattern || re2::RE2::PartialMatch(text, *pattern);
}

}  // namespace

struct RuleList::Compiled {
  Rule rule;
  Pattern title;
  Pattern url;
  Pattern category;

  [[nodiscard]] bool matches(const Item& item) const {
    const auto fits_category = [&](const std::string& name) { return fits(category, name); };
    return (title || url || category) && fits(title, item.title) && fits(url, item.url) &&
           (!category ||
            std::any_of(item.categories.begin(), item.categories.end(), fits_category));
  }
};

RuleList::RuleList(std::span<const Rule> rules, const std::string& where) {
  for (const Rule& rule : rules) {
    Compiled& compiled = rules_.emplace_back();
    compiled.rule = rule;
    compiled.title = compile(rule.title, where);
    compiled.url = compile(rule.url, where);
    compiled.category = compile(rule.category, where);
  }
}

RuleList::~RuleList() = default;
RuleList::RuleList(RuleList&&) noexcept = default;
RuleList& RuleList::operator=(RuleList&&) noexcept = default;

const Rule* RuleList::match(const Item& item) const {
  for (const Compiled& compiled : rules_)
    if (compiled.matches(item)) return &compiled.rule;
  return nullptr;
}

std::string describe(const Rule& rule) {
  std::string text;
  const auto add = [&](const char* field, const std::string& pattern) {
    if (pattern.empty()) return;
    text += std::string(text.empty() ? "" : " and ") + field + " matches \"" + pattern + "\"";
  };
  add("the title", rule.title);
  add("the link", rule.url);
  add("a category", rule.category);
  return text;
}

}  // namespace collector
