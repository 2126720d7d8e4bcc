#include "review/draft_copy.h"

#include "newsletter/entry_words.h"
#include "newsletter/pairing.h"
#include "store/decisions.h"
#include "store/draft.h"
#include "store/drafts.h"
#include "store/store.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace collector {

namespace {

/// `bytes` with a whole marker behind the first line.
std::string marked(std::string_view bytes, const std::vector<std::string>& ids) {
  std::string text = with_markers(bytes, Markers::Omitted);
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  return text.insert(end, " " + entry_marker(ids));
}

/// Adds the headings above a block, outermost first.
void add_headings(const DraftDocument& draft, std::size_t heading, std::string& text) {
  std::vector<std::size_t> chain;
  int level = 7;
  for (std::size_t at = heading + 1; heading != kNoBlock && at-- > 0 && level > 1;) {
    const DraftBlock& block = draft.blocks[at];
    if (block.kind != BlockKind::Heading || block.level >= level) continue;
    level = block.level;
    chain.insert(chain.begin(), at);
  }
  for (const std::size_t at : chain)
    text.append("\n").append(draft.bytes(draft.blocks[at])).append("\n");
}

/// The heading in the base of the section that an edited heading stands above; null: none.
const DraftBlock* former_heading(const DraftDocument& base, const DraftBlock& heading) {
  const auto is_former = [&](const DraftBlock& block) {
    return block.kind == BlockKind::Heading && !block.section.empty() &&
           block.section == heading.section && block.subsection == heading.subsection &&
           block.level == heading.level;
  };
  const auto found = std::ranges::find_if(base.blocks, is_former);
  const bool heads = heading.kind == BlockKind::Heading && found != base.blocks.end();
  return heads ? &*found : nullptr;
}

/// The items that a block of the edited text tells of, once `own` are told by these blocks.
std::vector<std::string> ids_of(std::size_t at, const DraftEdits& edits,
                                const std::map<std::size_t, std::string>& own) {
  if (const auto id = own.find(at); id != own.end()) return {id->second};
  if (edits.pairs[at] == kNoBlock) return {};
  std::vector<std::string> ids = edits.base.blocks[edits.pairs[at]].ids;
  std::erase_if(ids, [&](const std::string& id) {
    return std::ranges::any_of(own, [&](const auto& one) { return one.second == id; });
  });
  return ids;
}

bool tells_of(const DraftBlock& block, const std::set<std::string>& ids) {
  return std::ranges::any_of(block.ids,
                             [&](const std::string& id) { return ids.contains(id); });
}

/// The edited text with whole markers, each item of `own` on the bullet by which editors tell
/// of it and on no other, and the headings of the base where editors gave others: by these its
/// sections are known again. The entries of the base that are `left_out` stand at the end, so
/// that they are known to be gone.
std::string marked_copy(const DraftEdits& edits, const std::map<std::size_t, std::string>& own,
                        const std::vector<std::size_t>& left_out) {
  std::string text;
  std::set<std::size_t> there;
  for (std::size_t at = 0; at < edits.edited.blocks.size(); ++at) {
    const std::size_t pair = edits.pairs[at];
    const DraftBlock& block = edits.edited.blocks[at];
    const DraftBlock* heading = former_heading(edits.base, block);
    const std::string_view bytes =
        heading != nullptr ? edits.base.bytes(*heading) : edits.edited.bytes(block);
    there.insert(pair);
    const std::vector<std::string> ids = ids_of(at, edits, own);
    text += ids.empty() ? std::string(bytes) : marked(bytes, ids);
  }
  for (std::size_t at = 0; at < edits.base.blocks.size(); ++at) {
    const DraftBlock& block = edits.base.blocks[at];
    const bool nameless = block.kind == BlockKind::Entry && block.ids.empty();
    const bool left = std::find(left_out.begin(), left_out.end(), at) != left_out.end();
    if (!left && (!nameless || there.contains(at))) continue;
    add_headings(edits.base, block.heading, text);
    text += edits.base.bytes(block);
  }
  return text;
}

}  // namespace

void remember_copy(const DraftReview& review, const DraftEdits& edits, const Draft& base,
                   const std::string& output, const std::map<std::size_t, std::string>& added,
                   UtcTime now, Store& store) {
  if (edits.edits.empty() && base.origin != 0 && base.output == output) return;
  Draft copy;
  copy.window = base.window;
  copy.output = output;
  std::map<std::size_t, std::string> own = review.claims;
  own.insert(added.begin(), added.end());
  copy.text = marked_copy(edits, own, review.left_out);
  copy.origin = base.origin == 0 ? base.number : base.origin;
  copy.when = now;
  copy.decisions = store.decisions().last();
  store.drafts().remember(copy);
}

std::string with_disputed(const std::string& generated, const std::string& base,
                          const std::set<std::string>& disputed, const Newsletter& newsletter) {
  const DraftDocument now = read_generated(generated, newsletter.sections, newsletter.site);
  const DraftDocument then = read_generated(base, newsletter.sections, newsletter.site);
  std::string text;
  for (const DraftBlock& block : now.blocks)
    if (!tells_of(block, disputed)) text += now.bytes(block);
  for (const DraftBlock& block : then.blocks) {
    if (!tells_of(block, disputed)) continue;
    add_headings(then, block.heading, text);
    text += then.bytes(block);
  }
  return text;
}

}  // namespace collector
