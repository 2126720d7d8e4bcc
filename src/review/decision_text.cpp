#include "review/decision_text.h"

#include <fmt/format.h>

namespace collector {

std::string deed(const Decision& decision) {
  switch (decision.kind) {
    case DecisionKind::Keep:
      return "kept";
    case DecisionKind::Drop:
      return "dropped";
    case DecisionKind::Move:
      return "moved to " + decision.value;
    case DecisionKind::Edit:
      return fmt::format("{} set to \"{}\"", decision.field, decision.value);
    case DecisionKind::Merge:
      return "merged with " + decision.value;
    case DecisionKind::Split:
      return "split from its story";
    case DecisionKind::Note:
      return "noted";
    case DecisionKind::Undo:
      return "undone";
    case DecisionKind::Remove:
      return "removed from the draft";
  }
  return {};
}

std::string decision_text(const Decision& decision) {
  const auto& [who, reason, when] = decision.by;
  const std::string why = reason.empty() ? "" : ": " + reason;
  return fmt::format("{} {} by {}{}", format_utc(when), deed(decision), who, why);
}

}  // namespace collector
