#include "store/standing.h"

#include <set>

namespace collector {

namespace {

void count(Standing& standing, const Decision& decision) {
  switch (decision.kind) {
    case DecisionKind::Keep:
      standing.state = State::Kept;
      break;
    case DecisionKind::Drop:
      standing.state = State::Dropped;
      break;
    case DecisionKind::Remove:
      standing.state = State::Removed;
      break;
    case DecisionKind::Move:
      standing.section = decision.value;
      if (standing.state == State::Noise) standing.state = State::Undecided;
      break;
    case DecisionKind::Edit:
      (decision.field == "text" ? standing.text : standing.title) = decision.value;
      if (standing.state == State::Noise) standing.state = State::Undecided;
      break;
    case DecisionKind::Merge:
    case DecisionKind::Split:
    case DecisionKind::Note:
    case DecisionKind::Undo:
      break;
  }
}

}  // namespace

std::vector<Decision> standing_decisions(std::span<const Decision> decisions) {
  std::set<std::string> undone;
  for (const Decision& decision : decisions) {
    if (decision.kind == DecisionKind::Undo) undone.insert(decision.value);
  }
  std::vector<Decision> standing;
  for (const Decision& decision : decisions) {
    if (decision.kind == DecisionKind::Undo) continue;
    if (!undone.contains(std::to_string(decision.number))) standing.push_back(decision);
  }
  return standing;
}

Standing stand(State undecided, std::span<const Decision> decisions) {
  Standing standing;
  standing.state = undecided;
  for (const Decision& decision : standing_decisions(decisions))
    count(standing, decision);
  return standing;
}

}  // namespace collector
