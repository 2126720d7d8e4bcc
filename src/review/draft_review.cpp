#include "review/draft_review.h"

#include "core/error.h"
#include "review/draft_conflicts.h"
#include "review/own_item.h"
#include "review/review.h"
#include "store/decisions.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/standing.h"
#include "store/store.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

namespace collector {

namespace {

constexpr std::chrono::seconds kMoment{1};

class Weighing {
 public:
  Weighing(const DraftEdits& edits, const Draft& base, const Signature& by,
           const Newsletter& newsletter, Store& store)
      : edits_(edits), base_(base), by_(by), newsletter_(newsletter), store_(store) {
    for (Decision& decision : store.decisions().all())
      decisions_[decision.item_id].push_back(std::move(decision));
    ItemQuery query;
    query.window = base.window;
    for (StoredItem& stored : store.items().find(query)) {
      if (!stored.item.canonical_url.empty())
        pages_.emplace(stored.item.canonical_url, stored.id);
      if (stored.item.feed.empty()) by_hand_.emplace(stored.item.key, stored.id);
      items_.emplace(stored.id, std::move(stored));
    }
  }

  DraftReview weigh() && {
    review_.remarks = edits_.remarks;
    for (const DraftEdit& edit : edits_.edits)
      if (edit.kind == EditKind::Add) claim(edits_.edited.blocks[edit.block], edit.block);
    for (const DraftEdit& edit : edits_.edits)
      edit.kind == EditKind::Add ? weigh_addition(edit) : weigh_edit(edit);
    return std::move(review_);
  }

 private:
  // ---- what is known of an entry ----

  KnownItem known(const std::string& id) {
    auto found = items_.find(id);
    if (found == items_.end()) found = items_.emplace(id, store_.items().item(id)).first;
    KnownItem known{found->second, decisions_[found->second.id], {}, {}};
    std::vector<Decision> earlier = known.decisions;
    std::erase_if(earlier, [&](const Decision& one) { return one.number > base_.decisions; });
    known.then = stand(State::Undecided, earlier);
    known.now = stand(State::Undecided, known.decisions);
    return known;
  }

  /// Those that no bullet of the editors' own takes along.
  std::vector<KnownItem> known_of(const DraftEdit& edit) {
    std::vector<KnownItem> all;
    for (const std::string& id : edit.ids)
      if (!claimed_.contains(id)) all.push_back(known(id));
    return all;
  }

  // ---- one edit ----

  void weigh_edit(const DraftEdit& edit) {
    const std::vector<KnownItem> items = known_of(edit);
    if (items.empty()) {  // its marker stands on a line about something else
      if (edit.kind == EditKind::Words) weigh_addition(edit);
      return;
    }
    const bool printed = std::all_of(items.begin(), items.end(), [](const KnownItem& one) {
      return one.stored.state == State::Printed;
    });
    if (printed) {
      review_.remarks.push_back({edit.line, "is in a closed issue; left alone"});
      return;
    }
    if (edit.kind == EditKind::Remove && is_early(items)) {
      review_.left_out.push_back(edit.block);
      return;
    }
    if (is_done(edit, items)) return;
    if (const std::string theirs = contradiction(edit, items, by_.who); !theirs.empty()) {
      review_.conflicts.push_back({edit.line, edit.ids, ours(edit), theirs});
      return;
    }
    for (const KnownItem& one : items)
      decide(edit, one);
  }

  /// Items of the days after the issue are offered only; the next one will have them.
  [[nodiscard]] bool is_early(const std::vector<KnownItem>& items) const {
    return std::all_of(items.begin(), items.end(), [&](const KnownItem& one) {
      return one.stored.item.date >= base_.window.until;
    });
  }

  [[nodiscard]] std::string ours(const DraftEdit& edit) const {
    switch (edit.kind) {
      case EditKind::Drop:
        return "(dropped)";
      case EditKind::Undecide:
        return "(undecided again)";
      case EditKind::Move:
        return "(moved to " + edit.value + ")";
      case EditKind::Keep:
        return edits_.edited.blocks[edit.block].words;
      case EditKind::Remove:
        return "(deleted: " + edits_.base.blocks[edit.block].words + ")";
      default:
        return edit.value;
    }
  }

  // ---- decisions ----

  Decision& decision(DecisionKind kind, const std::string& id, std::string value = "",
                     std::string field = "") {
    Decision& made = review_.decisions.emplace_back();
    made.kind = kind;
    made.item_id = id;
    made.by = by_;
    made.value = std::move(value);
    made.field = std::move(field);
    review_.seen[id] = latest_number(decisions_[id]);
    return made;
  }

  void decide(const DraftEdit& edit, const KnownItem& one) {
    if (is_done(edit, one)) return;
    const std::string& id = one.stored.id;
    switch (edit.kind) {
      case EditKind::Keep:
        decision(DecisionKind::Keep, id);
        break;
      case EditKind::Undecide:
        for (const Decision& standing : standing_decisions(one.decisions)) {
          const bool ticked =
              standing.kind == DecisionKind::Keep || standing.kind == DecisionKind::Drop;
          if (ticked && standing.number <= base_.decisions)
            decision(DecisionKind::Undo, id, std::to_string(standing.number));
        }
        break;
      case EditKind::Drop:
        decision(DecisionKind::Drop, id);
        break;
      case EditKind::Remove:
        decision(DecisionKind::Remove, id);
        break;
      case EditKind::Move:
        decision(DecisionKind::Move, id, edit.value);
        break;
      case EditKind::Words:
        word(one, edit.value, "text");
        break;
      case EditKind::Title:
        word(one, edit.value, "title");
        break;
      case EditKind::Add:
        break;
    }
  }

  /// Who words an entry anew wants it printed.
  void word(const KnownItem& one, const std::string& words, const std::string& field) {
    if (one.now.state != State::Kept && kept_.insert(one.stored.id).second)
      decision(DecisionKind::Keep, one.stored.id);
    decision(DecisionKind::Edit, one.stored.id, words, field);
  }

  // ---- additions ----

  /// What `item`, written by an editor, is in the store: a page that a feed has brought, too,
  /// is that item. Nothing where it is new; an empty id where it is to be added already.
  [[nodiscard]] std::optional<std::string> stored_as(const Item& item) const {
    if (const auto known = by_hand_.find(item.key); known != by_hand_.end())
      return known->second;
    const auto page = pages_.find(item.canonical_url);
    return page == pages_.end() ? std::nullopt : std::optional(page->second);
  }

  /// A bullet of the editors' own takes its page's item along, be it another one's source; but
  /// not from the bullet that is about that page.
  void claim(const DraftBlock& block, std::size_t at) {
    const Item item = item_of(block);
    const std::string id = stored_as(item).value_or("");
    if (id.empty() || is_about(bullet_of(id), id, item.canonical_url)) return;
    if (claimed_.insert(id).second) review_.claims.emplace(at, id);
  }

  [[nodiscard]] bool is_about(std::size_t at, const std::string& id,
                              const std::string& page) const {
    if (at == kNoBlock || edits_.base.blocks[edits_.pairs[at]].ids.front() != id) return false;
    const std::vector<std::string>& pages = edits_.edited.blocks[at].pages;
    return std::ranges::find(pages, page) != pages.end();
  }

  void weigh_addition(const DraftEdit& edit) {
    const DraftBlock& block = edits_.edited.blocks[edit.block];
    DraftAddition addition{item_of(block), edit.value, edit.block};
    const Item& item = addition.item;
    const std::optional<std::string> known_as = stored_as(item);
    if (!known_as) {
      by_hand_.emplace(item.key, "");
      review_.additions.push_back(std::move(addition));
      return;
    }
    const std::string& id = *known_as;
    const bool taken = bullet_of(id) != kNoBlock || claimed_.contains(id);
    if (id.empty() || (taken && !review_.claims.contains(edit.block))) {
      review_.remarks.push_back({block.line, "has the link of another bullet; left alone"});
      return;
    }
    const KnownItem one = this->known(id);
    if (one.now.state != State::Kept) {
      decision(DecisionKind::Keep, id);
      kept_.insert(id);
    }
    if (bullet_of(id) != kNoBlock) decision(DecisionKind::Split, id);
    if (one.now.text != edit.value) decision(DecisionKind::Edit, id, edit.value, "text");
    if (one.stored.item.section != item.section) decision(DecisionKind::Move, id, item.section);
  }

  /// The block that was given out as telling of the item; who writes two of one wants both
  /// printed.
  [[nodiscard]] std::size_t bullet_of(const std::string& id) const {
    for (std::size_t at = 0; at < edits_.pairs.size(); ++at) {
      if (edits_.pairs[at] == kNoBlock) continue;
      const std::vector<std::string>& ids = edits_.base.blocks[edits_.pairs[at]].ids;
      if (std::ranges::find(ids, id) != ids.end()) return at;
    }
    return kNoBlock;
  }

  [[nodiscard]] Item item_of(const DraftBlock& block) const {
    Item item = own_item(block, edits_.edited, newsletter_.site);
    item.date = std::clamp(by_.when, base_.window.from, base_.window.until - kMoment);
    return item;
  }

  const DraftEdits& edits_;
  const Draft& base_;
  const Signature& by_;
  const Newsletter& newsletter_;
  Store& store_;
  std::unordered_map<std::string, std::vector<Decision>> decisions_;
  std::unordered_map<std::string, StoredItem> items_;
  std::unordered_map<std::string, std::string> pages_;    // to ids
  std::unordered_map<std::string, std::string> by_hand_;  // keys to ids; empty: not stored yet
  std::set<std::string> kept_;
  std::set<std::string> claimed_;
  DraftReview review_;
};

}  // namespace

DraftReview weigh(const DraftEdits& edits, const Draft& base, const Signature& by,
                  const Newsletter& newsletter, Store& store) {
  return Weighing(edits, base, by, newsletter, store).weigh();
}

std::map<std::size_t, std::string> store_review(const DraftReview& review, const Signature& by,
                                                Store& store) {
  if (!review.decisions.empty()) store.decisions().record(review.decisions, review.seen);
  std::vector<Decision> decisions;
  std::map<std::size_t, std::string> added;
  for (const DraftAddition& addition : review.additions) {
    const std::string& id = added[addition.block] = store.items().add(addition.item, by);
    decisions.push_back({.kind = DecisionKind::Edit,
                         .item_id = id,
                         .by = by,
                         .value = addition.words,
                         .field = "text"});
  }
  if (!decisions.empty()) store.decisions().record(decisions);
  return added;
}

}  // namespace collector
