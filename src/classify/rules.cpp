#include "classify/rules.h"

#include <algorithm>

namespace collector {

namespace {

std::optional<Pattern> compile(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<Pattern>(text);
}

bool fits(const std::optional<Pattern>& pattern, const std::string& text) {
  return !pattern || pattern->matches(text);
}

}  // namespace

RuleList::CompiledRule::CompiledRule(const Rule& of)
    : rule(of),
      title(compile(of.title)),
      url(compile(of.url)),
      category(compile(of.category)) {}

bool RuleList::CompiledRule::matches(const Item& item) const {
  const auto fits_category = [&](const std::string& name) { return fits(category, name); };
  return (title || url || category) && fits(title, item.title) && fits(url, item.url) &&
         (!category || std::ranges::any_of(item.categories, fits_category));
}

RuleList::RuleList(std::span<const Rule> rules) {
  for (const Rule& rule : rules)
    rules_.emplace_back(rule);
}

const Rule* RuleList::match(const Item& item) const {
  const auto found = std::ranges::find_if(
      rules_, [&](const CompiledRule& compiled) { return compiled.matches(item); });
  return found == rules_.end() ? nullptr : &found->rule;
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
