// The configuration's rules: patterns on title, URL and category, in order, first match
// answers.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "core/pattern.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace collector {

/// A list of rules, compiled once.
class RuleList {
 public:
  /// Throws ConfigError when a pattern does not compile.
  explicit RuleList(std::span<const Rule> rules);

  /// The first rule that fits; null when none does. Lives as long as the list.
  [[nodiscard]] const Rule* match(const Item& item) const;

 private:
  struct CompiledRule {
    explicit CompiledRule(const Rule& of);
    [[nodiscard]] bool matches(const Item& item) const;

    Rule rule;
    std::optional<Pattern> title;  // of each that is not given, nothing
    std::optional<Pattern> url;
    std::optional<Pattern> category;
  };

  std::vector<CompiledRule> rules_;
};

/// The rule in words: title matches "…" and URL matches "…".
std::string describe(const Rule& rule);

}  // namespace collector
