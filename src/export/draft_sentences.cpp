#include "export/draft_sentences.h"

namespace collector {

SentencesOfNothing::SentencesOfNothing(std::span<const Section> sections) {
  for (const Section& section : sections) {
    sentences_.insert(section.empty);
    for (const Subsection& part : section.subsections)
      sentences_.insert(part.empty);
  }
  sentences_.erase("");
}

bool SentencesOfNothing::is_needless(const DraftBlock& entry, const DraftDocument& draft,
                                     const std::vector<std::optional<std::string>>& now) const {
  if (!sentences_.contains(entry.words)) return false;
  for (std::size_t at = 0; at < draft.blocks.size(); ++at) {
    const DraftBlock& block = draft.blocks[at];
    const bool gone = at < now.size() && now[at] && now[at]->empty();
    const bool beside = block.kind == BlockKind::Entry && block.section == entry.section &&
                        block.subsection == entry.subsection;
    if (beside && !gone && !sentences_.contains(block.words)) return true;
  }
  return false;
}

void SentencesOfNothing::drop_needless(const DraftDocument& draft,
                                       const std::vector<std::size_t>& given,
                                       std::vector<std::optional<std::string>>& now) const {
  for (std::size_t at = 0; at < draft.blocks.size(); ++at) {
    if (given[at] != kNoBlock && is_needless(draft.blocks[at], draft, now)) now[at] = "";
  }
}

}  // namespace collector
