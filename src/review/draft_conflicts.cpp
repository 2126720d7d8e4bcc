#include "review/draft_conflicts.h"

#include <algorithm>

namespace collector {

namespace {

/// The latest decision of that kind, in words; empty when `who` made it.
std::string by_others(const KnownItem& one, const std::string& who, DecisionKind kind,
                      const std::string& field = "") {
  const auto found = std::find_if(
      one.decisions.rbegin(), one.decisions.rend(),
      [&](const Decision& other) { return other.kind == kind && other.field == field; });
  if (found == one.decisions.rend() || found->by.who == who) return {};
  switch (kind) {
    case DecisionKind::Drop:
      return "(dropped by " + found->by.who + ")";
    case DecisionKind::Remove:
      return "(deleted by " + found->by.who + ")";
    case DecisionKind::Keep:
      return "(kept by " + found->by.who + ")";
    case DecisionKind::Move:
      return "(moved to " + found->value + " by " + found->by.who + ")";
    default:
      return found->value + " (" + found->by.who + ")";
  }
}

}  // namespace

bool is_done(const DraftEdit& edit, const KnownItem& one) {
  switch (edit.kind) {
    case EditKind::Keep:
      return one.now.state == State::Kept;
    case EditKind::Undecide:
      return one.now.state != State::Kept && one.now.state != State::Dropped;
    case EditKind::Drop:
      return one.now.state == State::Dropped;
    case EditKind::Remove:
      return is_turned_down(one.now.state);
    case EditKind::Move:
      return one.stored.item.section == edit.value;
    case EditKind::Words:
      return one.now.text == edit.value;
    case EditKind::Title:
      return one.now.title == edit.value;
    case EditKind::Add:
      break;
  }
  return true;
}

bool is_done(const DraftEdit& edit, const std::vector<KnownItem>& items) {
  return std::all_of(items.begin(), items.end(),
                     [&](const KnownItem& one) { return is_done(edit, one); });
}

std::string contradiction(const DraftEdit& edit, const std::vector<KnownItem>& items,
                          const std::string& who) {
  if (edit.kind == EditKind::Undecide) return {};
  const bool takes_out = edit.kind == EditKind::Remove || edit.kind == EditKind::Drop;
  std::string theirs;
  for (const KnownItem& one : items) {
    const bool out = is_turned_down(one.now.state) && !is_turned_down(one.then.state);
    if (!takes_out && out)
      theirs = by_others(
          one, who,
          one.now.state == State::Dropped ? DecisionKind::Drop : DecisionKind::Remove);
    if (theirs.empty() && (takes_out || edit.kind == EditKind::Words) &&
        one.now.text != one.then.text)
      theirs = by_others(one, who, DecisionKind::Edit, "text");
    if (theirs.empty() && (takes_out || edit.kind == EditKind::Title) &&
        one.now.title != one.then.title)
      theirs = by_others(one, who, DecisionKind::Edit, "title");
    if (theirs.empty() && (takes_out || edit.kind == EditKind::Move) &&
        one.now.section != one.then.section)
      theirs = by_others(one, who, DecisionKind::Move);
    if (theirs.empty() && takes_out && one.now.state == State::Kept &&
        one.then.state != State::Kept)
      theirs = by_others(one, who, DecisionKind::Keep);
    if (!theirs.empty()) break;
  }
  return theirs;
}

}  // namespace collector
