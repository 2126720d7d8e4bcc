#include "store/standing.h"

#include <set>
#include <unordered_map>

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

void foresee(std::vector<StoredItem>& items, std::span<const Decision> decisions) {
  std::unordered_map<std::string, std::vector<const Decision*>> by_item;
  for (const Decision& decision : decisions)
    by_item[decision.item_id].push_back(&decision);
  for (StoredItem& stored : items) {
    const auto found = by_item.find(stored.id);
    if (found == by_item.end()) continue;
    Standing standing{stored.state, "", stored.edited_title, stored.edited_text};
    for (const Decision* decision : found->second)
      count(standing, *decision);
    stored.state = standing.state;
    stored.edited_title = standing.title;
    stored.edited_text = standing.text;
    if (standing.section.empty()) continue;
    stored.item.section = standing.section;
    stored.moved = true;
  }
}

}  // namespace collector
