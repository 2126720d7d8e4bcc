// What reviewers say of items: checked, recorded with who, when and why. Knows no terminal.
#pragma once

#include "core/error.h"
#include "core/item.h"
#include "core/newsletter.h"
#include "store/seen_decisions.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace collector {

class Store;

/// A note or an edit lacks its text; whoever takes requests knows how it is to be given.
class MissingText : public UsageError {
 public:
  using UsageError::UsageError;
};

/// The same decision on one item or several.
struct ReviewRequest {
  DecisionKind kind = DecisionKind::Keep;
  std::vector<std::string> ids;  // may be abbreviated
  Signature by;
  std::string value;  // Move: the section; Edit: the new text
  std::string field;  // Edit: "title" or "text"
  /// By full id, the latest decision the reviewer knew of, 0: none. When somebody has decided
  /// since, nothing is. Items that are not in it are decided whatever others did.
  SeenDecisions seen = {};
};

/// Stores what `request` asks for, all of it or nothing, and returns the decisions with full
/// ids. Merge makes every later item part of the first one's story. Throws UsageError when the
/// request makes no sense, MissingText for one, Error when there is no such item, ConflictError
/// when somebody has decided meanwhile.
std::vector<Decision> apply(const ReviewRequest& request, std::span<const Section> sections,
                            Store& store);

/// The latest of `decisions`, notes aside; 0 when there is none.
std::int64_t latest_number(std::span<const Decision> decisions);

/// Which of several items the latest stroke that still stands has decided: an undo of all of
/// them takes back that stroke and nothing older. `decisions` are those on the items, in any
/// order. Empty when there is nothing to undo.
std::vector<std::string> latest_stroke(std::span<const Decision> decisions);

}  // namespace collector
