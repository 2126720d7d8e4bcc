#include "export/draft_headings.h"

#include <string>
#include <unordered_set>

namespace collector {

namespace {

std::unordered_set<std::string> headings(const DraftDocument& draft) {
  std::unordered_set<std::string> titles;
  for (const DraftBlock& block : draft.blocks)
    if (block.kind == BlockKind::Heading) titles.insert(block.title);
  return titles;
}

}  // namespace

std::vector<std::size_t> former_headings(const DraftDocument& edited, const DraftDocument& base,
                                         const DraftDocument& generated) {
  const std::unordered_set<std::string> was = headings(base);
  const std::unordered_set<std::string> is = headings(generated);
  std::vector<std::size_t> former;
  for (std::size_t at = edited.blocks.size(); at-- > 0;) {
    const DraftBlock& block = edited.blocks[at];
    const bool heading = block.kind == BlockKind::Heading;
    if (heading && was.contains(block.title) && !is.contains(block.title)) former.push_back(at);
  }
  return former;
}

}  // namespace collector
