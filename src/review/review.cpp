#include "review/review.h"

#include "core/error.h"
#include "core/sections.h"
#include "newsletter/entry_words.h"
#include "store/decisions.h"
#include "store/items.h"
#include "store/standing.h"
#include "store/store.h"

#include <algorithm>
#include <map>

namespace collector {

namespace {

void check(const ReviewRequest& request, std::span<const Section> sections) {
  if (request.kind == DecisionKind::Move) {
    const std::string trouble = unknown_section(request.value, sections);
    if (!trouble.empty()) throw UsageError(trouble);
  }
  if (request.kind == DecisionKind::Note && request.by.why.empty()) {
    throw MissingText("note: wants a text");
  }
  if (request.kind == DecisionKind::Edit && request.value.empty()) {
    throw MissingText("edit: wants the new text");
  }
  if (request.kind == DecisionKind::Merge && request.ids.size() < 2) {
    throw UsageError("merge: wants two items or more; the first one leads");
  }
}

/// The items in the order given, none twice.
std::vector<StoredItem> items_of(const std::vector<std::string>& ids, Items& stored) {
  std::vector<StoredItem> items;
  for (const std::string& id : ids) {
    StoredItem found = stored.item(id);
    const auto is_it = [&](const StoredItem& other) { return other.id == found.id; };
    if (std::ranges::none_of(items, is_it)) items.push_back(std::move(found));
  }
  return items;
}

/// An announcement is a paragraph, all else a bullet.
std::string value_for(const StoredItem& stored, const ReviewRequest& request) {
  const bool words = request.kind == DecisionKind::Edit && request.field == "text";
  const bool bullet = words && stored.item.section != kAnnouncements;
  return bullet ? typed_words(request.value) : request.value;
}

/// What of `seen` is about the items decided on.
SeenDecisions seen_of(std::span<const Decision> decisions, const SeenDecisions& seen) {
  SeenDecisions concerned;
  for (const Decision& decision : decisions) {
    const auto known = seen.find(decision.item_id);
    if (known != seen.end()) concerned.insert(*known);
  }
  return concerned;
}

}  // namespace

std::vector<Decision> apply(const ReviewRequest& request, std::span<const Section> sections,
                            Store& store) {
  check(request, sections);
  const std::vector<StoredItem> items = items_of(request.ids, store.items());
  const bool merging = request.kind == DecisionKind::Merge;
  if (merging && items.size() < 2) throw UsageError("merge: these are one item");
  std::vector<Decision> decisions;
  for (std::size_t i = merging ? 1 : 0; i < items.size(); ++i) {
    Decision& decision = decisions.emplace_back();
    decision.kind = request.kind;
    decision.item_id = items[i].id;
    decision.by = request.by;
    decision.value = merging ? items.front().id : value_for(items[i], request);
    decision.field = request.field;
  }
  store.decisions().record(decisions, seen_of(decisions, request.seen));
  return decisions;
}

std::int64_t latest_number(std::span<const Decision> decisions) {
  std::int64_t latest = 0;
  for (const Decision& decision : decisions) {
    if (decision.kind != DecisionKind::Note) latest = std::max(latest, decision.number);
  }
  return latest;
}

std::vector<std::string> latest_stroke(std::span<const Decision> decisions) {
  // The latest standing decision of each item: the one its undo would take back.
  std::map<std::string, Decision> latest;
  for (const Decision& decision : standing_decisions(decisions)) {
    Decision& known = latest[decision.item_id];
    if (known.number < decision.number) known = decision;
  }
  Decision last;
  for (const auto& [id, decision] : latest) {
    if (last.number < decision.number) last = decision;
  }
  std::vector<std::string> ids;
  for (const auto& [id, decision] : latest) {
    const bool same = decision.kind == last.kind && decision.by.who == last.by.who &&
                      decision.by.when == last.by.when && decision.value == last.value;
    if (same) ids.push_back(id);
  }
  return ids;
}

}  // namespace collector
