// The configuration's rules: patterns on title, URL and category, in order, first match
// answers. The only part that knows RE2.
#pragma once

#include "core/feed.h"
#include "core/item.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace collector {

/// A list of rules, compiled once.
class RuleList {
 public:
  /// `where` says whose rules these are ("feed \"Movim\"") and opens the complaint. Throws
  /// ConfigError when a pattern does not compile.
  RuleList(std::span<const Rule> rules, const std::string& where);
  ~RuleList();
  RuleList(RuleList&&) noexcept;
  RuleList& operator=(RuleList&&) noexcept;
  RuleList(const RuleList&) = delete;
  RuleList& operator=(const RuleList&) = delete;

  /// The first rule that fits; null when none does. Lives as long as the list.
  [[nodiscard]] const Rule* match(const Item& item) const;

 private:
  struct Compiled;
  std::vector<Compiled> rules_;
};

/// The rule in words: title matches "…" and URL matches "…".
std::string describe(const Rule& rule);

}  // namespace collector
