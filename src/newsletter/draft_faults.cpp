#include "newsletter/draft_faults.h"

#include "core/text.h"

#include <algorithm>

namespace collector {

namespace {

/// The first comment or block of code that nothing ends: what stands below it is no text.
void find_open_ends(DraftDocument& draft) {
  const std::string_view text = draft.text;
  const std::size_t comment = text.rfind("\n<!--");
  const auto line_of = [&](std::size_t at) {
    return 1 + static_cast<int>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  };
  if (comment != text.npos && text.find("-->", comment) == text.npos)
    draft.complaints.push_back({line_of(comment + 1), "a comment begins and does not end"});
  for (const DraftBlock& block : draft.blocks) {
    std::string_view rest = draft.bytes(block);
    int fence = 0;
    for (int line = block.line; !rest.empty(); ++line) {
      std::string_view text_line = take_line(rest);
      text_line.remove_prefix(std::min(text_line.find_first_not_of(" \t"), text_line.size()));
      if (!text_line.starts_with("```") && !text_line.starts_with("~~~")) continue;
      fence = fence == 0 ? line : 0;
    }
    if (fence != 0 && block.end == text.size())
      draft.complaints.push_back({fence, "a block of code begins and does not end"});
  }
}

void find_odd_boxes(DraftDocument& draft) {
  const bool boxes = std::any_of(
      draft.blocks.begin(), draft.blocks.end(),
      [](const DraftBlock& block) { return block.box != '\0' && block.box != '?'; });
  for (DraftBlock& block : draft.blocks) {
    if (block.box != '?') continue;
    block.box = '\0';
    if (boxes)
      draft.complaints.push_back(
          {block.line, "a box is [x] to keep, [ ] for undecided or [-] to drop"});
  }
}

void find_merge_marks(DraftDocument& draft) {
  int line = 1;
  std::string_view rest = draft.text;
  while (!rest.empty()) {
    const std::string_view text_line = take_line(rest);
    const bool mark = text_line.starts_with("<<<<<<< ") || text_line.starts_with(">>>>>>> ");
    if (mark) draft.complaints.push_back({line, "a conflict of git is not resolved"});
    ++line;
  }
}

}  // namespace

void find_faults(DraftDocument& draft) {
  find_open_ends(draft);
  find_odd_boxes(draft);
  find_merge_marks(draft);
  std::stable_sort(draft.complaints.begin(), draft.complaints.end(),
                   [](const auto& a, const auto& b) { return a.line < b.line; });
}

}  // namespace collector
