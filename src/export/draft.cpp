#include "export/draft.h"

#include "core/text.h"
#include "export/draft_entry.h"
#include "export/draft_headings.h"
#include "export/draft_passages.h"
#include "export/draft_places.h"
#include "export/draft_sentences.h"
#include "newsletter/pairing.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

namespace collector {

namespace {

/// The section, its part and the vendor that an entry stands under.
std::string place_in(const DraftDocument& draft, const DraftBlock& block) {
  const std::string vendor = block.parent == kNoBlock ? "" : draft.blocks[block.parent].name;
  return block.section + "\n" + block.subsection + "\n" + vendor;
}

/// An entry that no item stands behind, such as "No XEPs deferred this month."
std::string nameless(const DraftBlock& block) {
  return block.section + "\n" + block.subsection + "\n" + block.key;
}

class Merge {
 public:
  Merge(const DraftStates& states, Markers markers, const Newsletter& newsletter)
      : markers_(markers),
        base_(read_generated(std::string(states.base), newsletter.sections, newsletter.site)),
        generated_(read_generated(std::string(states.generated), newsletter.sections,
                                  newsletter.site)),
        edited_(read_edited(std::string(states.edited),
                            states.base.empty() ? generated_ : base_, newsletter.sections,
                            newsletter.site, former_)),
        origin_(states.origin.empty() ? base_
                                      : read_generated(std::string(states.origin),
                                                       newsletter.sections, newsletter.site)),
        sentences_(newsletter.sections),
        known_base_(!states.base.empty()) {
    had_markers_ = std::any_of(edited_.blocks.begin(), edited_.blocks.end(),
                               [](const auto& block) { return !block.ids.empty(); });
    if (known_base_) {
      for (std::size_t at = 0; at < edited_.blocks.size(); ++at)
        if (former_[at] != kNoBlock) edited_.blocks[at].ids = base_.blocks[former_[at]].ids;
    } else {
      former_.assign(edited_.blocks.size(), kNoBlock);
    }
    given_ =
        states.origin.empty() ? former_ : pair_entries(edited_, origin_, Unmarked::Reworded);
    present_ = pair_entries(edited_, generated_, Unmarked::Own);
    note_moved();
    note_deleted();
  }

  std::string merged() && {
    now_.resize(edited_.blocks.size());
    for (const auto& [to, from] : moved_)
      now_[from] = "";
    for (std::size_t at = edited_.blocks.size(); at-- > 0;)  // what is nested first
      renew(at);
    sentences_.drop_needless(edited_, given_, now_);
    for (auto& [at, text] : renewed_passages({origin_, edited_, generated_}))
      now_[at] = std::move(text);
    DraftPlaces places(edited_, generated_, present_, now_);
    for (std::size_t at = 0; at < generated_.blocks.size(); ++at) {
      const DraftBlock& block = generated_.blocks[at];
      if (block.kind == BlockKind::Heading) places.pass_heading(at);
      if (block.kind != BlockKind::Entry) continue;
      if (is_new(at)) {
        places.insert(at, [&](const EntryLook& look) { return fresh(at, look); });
      } else {
        places.pass_entry(at);
      }
    }
    for (const std::size_t at : former_headings(edited_, origin_, generated_))
      if (!places.has_text_below(at)) now_[at] = "";
    return places.text();
  }

 private:
  /// What stands elsewhere now, by a decision or beside new entries of its vendor, and where no
  /// editor put it: it goes there.
  void note_moved() {
    for (std::size_t at = 0; at < edited_.blocks.size(); ++at) {
      if (!is_moved(at)) continue;
      moved_[present_[at]] = at;
      present_[at] = kNoBlock;
    }
  }

  [[nodiscard]] bool is_moved(std::size_t at) const {
    if (former_[at] == kNoBlock || present_[at] == kNoBlock) return false;
    const DraftBlock& block = edited_.blocks[at];
    const DraftBlock& was = base_.blocks[former_[at]];
    const DraftBlock& is = generated_.blocks[present_[at]];
    const bool worded = block.key == was.key || block.key == is.key;
    const bool carries = std::ranges::any_of(
        edited_.blocks, [&](const DraftBlock& below) { return below.parent == at; });
    const std::string place = place_in(base_, was);
    return worded && !carries && !was.ids.empty() && place_in(edited_, block) == place &&
           place_in(generated_, is) != place;
  }

  /// What was in the base and is no longer in the text: it does not return.
  void note_deleted() {
    const std::set<std::size_t> found(former_.begin(), former_.end());
    for (std::size_t at = 0; at < base_.blocks.size(); ++at) {
      const DraftBlock& block = base_.blocks[at];
      if (block.kind != BlockKind::Entry || found.contains(at)) continue;
      deleted_.insert(block.ids.begin(), block.ids.end());
      orphans_.insert(orphans_.end(), block.comments.begin(), block.comments.end());
    }
    const std::set<std::size_t> given(given_.begin(), given_.end());
    for (std::size_t at = 0; at < origin_.blocks.size(); ++at) {
      const DraftBlock& block = origin_.blocks[at];
      if (block.kind == BlockKind::Entry && block.ids.empty() && !given.contains(at))
        deleted_.insert(nameless(block));
    }
    for (const std::size_t at : present_)
      if (at != kNoBlock) partnered_.insert(at);
    for (const DraftBlock& block : generated_.blocks) {
      if (block.parent != kNoBlock && generated_.blocks[block.parent].ids.empty())
        vendors_.insert(block.parent);
    }
    for (std::size_t at = generated_.blocks.size(); at-- > 0;) {
      const DraftBlock& block = generated_.blocks[at];
      if (block.kind == BlockKind::Entry && block.parent != kNoBlock && is_new(at))
        with_news_.insert(block.parent);
    }
  }

  [[nodiscard]] bool is_new(std::size_t at) const {
    const DraftBlock& block = generated_.blocks[at];
    if (partnered_.contains(at)) return false;
    if (vendors_.contains(at)) return with_news_.contains(at);
    if (block.ids.empty())
      return !deleted_.contains(nameless(block)) &&
             !sentences_.is_needless(block, edited_, now_);
    return std::any_of(block.ids.begin(), block.ids.end(),
                       [&](const std::string& id) { return !deleted_.contains(id); });
  }

  /// What an entry of the edited text was; null: it is the editors' own.
  [[nodiscard]] const DraftBlock* former(std::size_t at) const {
    const DraftBlock* was = former_[at] == kNoBlock ? nullptr : &base_.blocks[former_[at]];
    if (was != nullptr && !was->ids.empty()) return was;
    was = given_[at] == kNoBlock ? nullptr : &origin_.blocks[given_[at]];
    return was != nullptr && was->ids.empty() ? was : nullptr;
  }

  /// Works out what becomes of one block of the edited text.
  void renew(std::size_t at) {
    const DraftBlock& block = edited_.blocks[at];
    if (block.kind != BlockKind::Entry || former(at) == nullptr) return;
    const DraftBlock& was = *former(at);
    if (present_[at] == kNoBlock) {
      const bool untouched = block.key == was.key && own_comments(block, was).empty();
      if (untouched && !has_others_below(at)) now_[at] = "";
      return;
    }
    const DraftBlock& is = generated_.blocks[present_[at]];
    if (block.key == was.key && is.key != was.key) {
      now_[at] = rewritten(at, was, is);
    } else {
      touch_up(at, was, is);
    }
  }

  /// True when an entry that stays is nested under this one.
  [[nodiscard]] bool has_others_below(std::size_t at) const {
    for (std::size_t below = at + 1; below < edited_.blocks.size(); ++below) {
      const DraftBlock& block = edited_.blocks[below];
      if (block.kind == BlockKind::Heading) return false;
      const auto& now = now_[below];
      if (block.parent == at && (!now || !now->empty())) return true;
    }
    return false;
  }

  /// What an editor has noted on an entry. Hints that a deleted bullet has left behind stand
  /// below the one before it, and go.
  [[nodiscard]] std::vector<std::string> own_comments(const DraftBlock& block,
                                                      const DraftBlock& was) const {
    return comments_without(comments_without(block.comments, was.comments), orphans_);
  }

  /// The words that it is generated with now, and all that an editor has put beside them.
  std::string rewritten(std::size_t at, const DraftBlock& was, const DraftBlock& is) const {
    const DraftBlock& block = edited_.blocks[at];
    const std::string_view bytes = edited_.bytes(block);
    EntryLook look = look_of(block, bytes);
    look.box = box_of(block, was, is);
    if (had_markers_ && markers_ != Markers::Omitted) look.marker = marker(is);
    const bool stripped = block.comments.empty() && !was.comments.empty();
    look.comments = stripped ? comments_without(is.comments, was.comments) : is.comments;
    for (const std::string& own : own_comments(block, was))
      look.comments.push_back(own);
    return write_entry(is, heading_line(generated_.bytes(is)), look);
  }

  /// The bytes stay, but for boxes nobody has ticked and comments that were the program's own.
  void touch_up(std::size_t at, const DraftBlock& was, const DraftBlock& is) {
    const DraftBlock& block = edited_.blocks[at];
    std::string bytes(edited_.bytes(block));
    const auto added =
        comments_without(comments_without(is.comments, was.comments), block.comments);
    auto gone = comments_without(was.comments, is.comments);
    for (const std::string& left : comments_without(block.comments, was.comments))
      if (std::find(orphans_.begin(), orphans_.end(), left) != orphans_.end())
        gone.push_back(left);
    const std::string indent = look_of(block, bytes).indent + (block.announcement ? "" : "  ");
    bytes = with_comments(bytes, gone, added, indent);
    const char box = box_of(block, was, is);
    if (box != block.box) bytes = with_box(bytes, block.box, box);
    if (markers_ == Markers::Omitted) bytes = with_markers(bytes, Markers::Omitted);
    if (bytes != edited_.bytes(block)) now_[at] = bytes;
  }

  /// A box that an editor has not touched follows the store.
  static char box_of(const DraftBlock& block, const DraftBlock& was, const DraftBlock& is) {
    return block.box == was.box && is.box != '\0' ? is.box : block.box;
  }

  [[nodiscard]] std::string marker(const DraftBlock& is) const {
    return is.ids.empty() ? "" : entry_marker(std::span(is.ids).first(1));
  }

  [[nodiscard]] std::string fresh(std::size_t at, EntryLook look) const {
    const DraftBlock& is = generated_.blocks[at];
    look.box = is.box;
    look.comments = is.comments;
    if (const auto from = moved_.find(at); from != moved_.end()) {
      const DraftBlock& block = edited_.blocks[from->second];
      const DraftBlock& was = base_.blocks[former_[from->second]];
      look.box = box_of(block, was, is);
      std::ranges::copy(own_comments(block, was), std::back_inserter(look.comments));
    }
    if (markers_ != Markers::Omitted) look.marker = marker(is);
    return write_entry(is, heading_line(generated_.bytes(is)), look);
  }

  Markers markers_;
  DraftDocument base_;
  DraftDocument generated_;
  std::vector<std::size_t> former_;  // for each block of the edited text, its entry in the base
  DraftDocument edited_;
  DraftDocument origin_;            // of the base
  std::vector<std::size_t> given_;  // … and in its origin
  SentencesOfNothing sentences_;
  bool known_base_;
  bool had_markers_ = false;
  std::vector<std::size_t> present_;             // … and in what is generated now
  std::map<std::size_t, std::size_t> moved_;     // entries generated now, from where they stood
  std::vector<std::optional<std::string>> now_;  // what a block becomes; nothing: it stays
  std::unordered_set<std::string> deleted_;      // ids, and the words of what has none
  std::vector<std::string> orphans_;             // hints on what was deleted
  std::set<std::size_t> partnered_;              // entries generated now that the text has
  std::set<std::size_t> vendors_;                // bullets that others are nested under
  std::set<std::size_t> with_news_;              // … those with something new below them
};

}  // namespace

std::string merge_drafts(const DraftStates& states, Markers markers,
                         const Newsletter& newsletter) {
  return Merge(states, markers, newsletter).merged();
}

bool is_draft_of(std::string_view text, std::string_view generated,
                 const Newsletter& newsletter) {
  if (is_blank(text)) return true;
  const DraftDocument reference =
      read_generated(std::string(generated), newsletter.sections, newsletter.site);
  std::vector<std::size_t> pairs;
  const DraftDocument draft =
      read_edited(std::string(text), reference, newsletter.sections, newsletter.site, pairs);
  const bool headed =
      std::any_of(draft.blocks.begin(), draft.blocks.end(), [](const auto& block) {
        return block.kind == BlockKind::Heading && !block.section.empty();
      });
  return headed ||
         std::any_of(pairs.begin(), pairs.end(), [](std::size_t at) { return at != kNoBlock; });
}

}  // namespace collector
