// What reviewers say of items: checked, recorded with who, when and why. Knows no terminal.
#pragma once

#include "core/item.h"
#include "core/newsletter.h"
#include "store/store.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// The same decision on one item or several.
struct ReviewRequest {
  DecisionKind kind = DecisionKind::Keep;
  std::vector<std::string> ids;  // may be abbreviated
  std::string who;
  std::string why;
  UtcTime when{};
  std::string value;  // Move: the section; Edit: the new text
  std::string field;  // Edit: "title" or "text"
};

/// Stores what `request` asks for, all of it or nothing, and returns the decisions with full
/// ids. Merge makes every later item part of the first one's story. Throws UsageError when the
/// request makes no sense, Error when there is no such item.
std::vector<Decision> apply(const ReviewRequest& request, std::span<const Section> sections,
                            Store& store);

}  // namespace collector
