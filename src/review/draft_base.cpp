#include "review/draft_base.h"

#include "newsletter/pairing.h"
#include "store/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace collector {

namespace {

constexpr std::string_view kMark = "<!-- c:draft ";
constexpr std::string_view kMarkEnd = " -->";

// So many new entries are not all deleted at once: a text without any of them is an older copy.
constexpr std::size_t kTooManyToDelete = 3;

std::string mark_in(std::string_view text) {
  const std::size_t at = text.rfind(kMark);
  const std::size_t end = at == text.npos ? at : text.find(kMarkEnd, at);
  if (end == text.npos) return {};
  return std::string(text.substr(at, end + kMarkEnd.size() - at));
}

std::set<std::string> ids_of(const DraftDocument& draft) {
  std::set<std::string> ids;
  for (const DraftBlock& block : draft.blocks)
    ids.insert(block.ids.begin(), block.ids.end());
  return ids;
}

class Search {
 public:
  Search(std::span<const Draft> drafts, const std::string& text, const Newsletter& newsletter)
      : drafts_(drafts), text_(text), newsletter_(newsletter) {}

  std::optional<Draft> find(const std::string& output) {
    if (const Draft* named = find_named()) return nearest(named->number, output);
    if (const Draft* last = last_of(output)) {
      if (last->origin != 0 && !is_generated_there(last->origin, output))
        return nearest(last->origin, output);
      return nearest(made_from(generated(last->window, output), kTooManyToDelete), output);
    }
    const Draft* likest = likest_days();
    if (likest == nullptr) return std::nullopt;
    return nearest(made_from(generated(likest->window, ""), 1), output);
  }

 private:
  [[nodiscard]] const Draft* find_named() const {
    const std::string mark = mark_in(text_);
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend() && !mark.empty(); ++draft)
      if (draft->origin == 0 && draft_mark(draft->text) == mark) return &*draft;
    return nullptr;
  }

  [[nodiscard]] const Draft* last_of(const std::string& output) const {
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend() && !output.empty(); ++draft)
      if (draft->output == output) return &*draft;
    return nullptr;
  }

  [[nodiscard]] bool is_generated_there(std::int64_t number, const std::string& output) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
      return draft.number == number && draft.output == output;
    });
  }

  /// Newest first; of one file, or of all when `output` is empty.
  [[nodiscard]] std::vector<const Draft*> generated(const Window& window,
                                                    const std::string& output) const {
    std::vector<const Draft*> found;
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend(); ++draft) {
      const bool same =
          draft->window.from == window.from && draft->window.until == window.until;
      if (same && draft->origin == 0 && (output.empty() || draft->output == output))
        found.push_back(&*draft);
    }
    return found;
  }

  [[nodiscard]] std::set<std::string> ids_in_text(const Draft& draft) const {
    return items_in_common(draft.text, text_, newsletter_);
  }

  /// The draft of those days that has most in common with the text.
  [[nodiscard]] const Draft* likest_days() const {
    const Draft* best = nullptr;
    std::size_t most = 0;
    std::set<UtcTime> seen;
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend(); ++draft) {
      if (draft->origin != 0 || !seen.insert(draft->window.from).second) continue;
      const std::size_t common = ids_in_text(*draft).size();
      if (common <= most) continue;
      most = common;
      best = &*draft;
    }
    return best;
  }

  /// Goes back in time as long as the text has nothing of what was new in a draft and at least
  /// `enough` was new in it.
  [[nodiscard]] std::int64_t made_from(const std::vector<const Draft*>& newest_first,
                                       std::size_t enough) const {
    for (std::size_t at = 0; at + 1 < newest_first.size(); ++at) {
      const std::set<std::string> before = ids_of(read(*newest_first[at + 1]));
      const std::set<std::string> there = ids_in_text(*newest_first[at]);
      std::size_t fresh = 0;
      bool any = false;
      for (const std::string& id : ids_of(read(*newest_first[at]))) {
        if (before.contains(id)) continue;
        ++fresh;
        any = any || there.contains(id);
      }
      if (any || fresh < enough) return newest_first[at]->number;
    }
    return newest_first.empty() ? 0 : newest_first.back()->number;
  }

  [[nodiscard]] DraftDocument read(const Draft& draft) const {
    return read_generated(draft.text, newsletter_.sections, newsletter_.site);
  }

  /// Of a draft and the copies of it that were applied from this output: the one that least was
  /// done to, the later of two.
  [[nodiscard]] std::optional<Draft> nearest(std::int64_t origin,
                                             const std::string& output) const {
    const Draft* best = nullptr;
    std::size_t least = 0;
    for (const Draft& draft : drafts_) {
      const bool copy = draft.origin == origin && origin != 0 && draft.output == output;
      if (draft.number != origin && !copy) continue;
      const std::size_t distance =
          read_draft_edits(draft.text, text_, newsletter_).edits.size();
      if (best != nullptr && distance > least) continue;
      best = &draft;
      least = distance;
    }
    return best == nullptr ? std::nullopt : std::optional<Draft>(*best);
  }

  std::span<const Draft> drafts_;
  const std::string& text_;
  const Newsletter& newsletter_;
};

/// `text` without the line that begins at `at`, and without blank lines above it.
std::string without_line(std::string text, std::size_t at) {
  const std::size_t said = at == 0 ? text.npos : text.find_last_not_of("\r\n", at - 1);
  const std::size_t begin = said == text.npos ? at : text.find('\n', said) + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
  return text.erase(begin, end - begin);
}

}  // namespace

std::string draft_mark(std::string_view text) {
  const std::string name = fmt::format("{:016x}", Fingerprint().add(text).value());
  return std::string(kMark) + name.substr(0, 10) + std::string(kMarkEnd);
}

std::string with_draft_mark(std::string text, const std::string& mark) {
  const std::string former = mark_in(text);
  if (former.empty()) return text;
  const std::size_t at = text.rfind(former);
  return mark.empty() ? without_line(std::move(text), at)
                      : text.replace(at, former.size(), mark);
}

std::set<std::string> items_in_common(const std::string& generated, const std::string& text,
                                      const Newsletter& newsletter) {
  const DraftEdits edits = read_draft_edits(generated, text, newsletter);
  std::set<std::string> ids;
  for (const std::size_t at : edits.pairs)
    if (at != kNoBlock)
      ids.insert(edits.base.blocks[at].ids.begin(), edits.base.blocks[at].ids.end());
  return ids;
}

std::optional<Draft> draft_of_other_days(std::span<const Draft> drafts, const std::string& text,
                                         const Window& window, const Newsletter& newsletter) {
  std::size_t own = 0;
  std::size_t most = 0;
  const Draft* other = nullptr;
  std::set<UtcTime> seen;
  for (auto draft = drafts.rbegin(); draft != drafts.rend(); ++draft) {
    const bool apart = draft->window.until <= window.from || window.until <= draft->window.from;
    // Of other issues the newest draft is enough: there may be years of them.
    if (draft->origin != 0 || (apart && !seen.insert(draft->window.from).second)) continue;
    const std::size_t common = items_in_common(draft->text, text, newsletter).size();
    if (!apart) own = std::max(own, common);
    if (!apart || common <= most) continue;
    most = common;
    other = &*draft;
  }
  return most > own ? std::optional<Draft>(*other) : std::nullopt;
}

bool is_remembered(std::span<const Draft> drafts, const Draft& draft) {
  for (auto last = drafts.rbegin(); last != drafts.rend(); ++last)
    if (last->output == draft.output) return last->text == draft.text;
  return false;
}

std::optional<Draft> find_base(std::span<const Draft> drafts, const std::string& text,
                               const std::string& output, const Newsletter& newsletter) {
  return Search(drafts, text, newsletter).find(output);
}

}  // namespace collector
