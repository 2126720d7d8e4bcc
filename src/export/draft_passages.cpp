#include "export/draft_passages.h"

#include "core/text.h"

#include <string_view>
#include <utility>

namespace collector {

namespace {

/// Bytes without the blank lines around them.
std::string_view core(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of("\r\n");
  if (first == std::string_view::npos) return {};
  return bytes.substr(first, bytes.find_last_not_of(" \t\r\n") + 1 - first);
}

/// By the heading above it and its turn below that.
using PassagePlace = std::pair<std::string, int>;

/// The blocks that say something between headings and entries.
std::map<PassagePlace, std::size_t> passages(const DraftDocument& draft) {
  std::map<PassagePlace, std::size_t> found;
  std::map<std::string, int> turns;
  for (std::size_t at = 0; at < draft.blocks.size(); ++at) {
    const DraftBlock& block = draft.blocks[at];
    if (block.kind != BlockKind::Text || is_blank(draft.bytes(block))) continue;
    const std::string heading =
        block.heading == kNoBlock ? "" : draft.blocks[block.heading].title;
    found[{heading, turns[heading]++}] = at;
  }
  return found;
}

/// The words of the passage there, without the blank lines around them; nothing: there is none.
std::string_view words_at(const PassagePlace& place, const DraftDocument& draft,
                          const std::map<PassagePlace, std::size_t>& passages) {
  const auto found = passages.find(place);
  return found == passages.end() ? std::string_view()
                                 : core(draft.bytes(draft.blocks[found->second]));
}

}  // namespace

std::map<std::size_t, std::string> renewed_passages(const PassageStates& states) {
  const auto before = passages(states.base);
  const auto after = passages(states.generated);
  std::map<std::size_t, std::string> renewed;
  for (const auto& [place, at] : passages(states.edited)) {
    const std::string_view bytes = states.edited.bytes(states.edited.blocks[at]);
    const std::string_view was = words_at(place, states.base, before);
    const std::string_view is = words_at(place, states.generated, after);
    if (was.empty() || is.empty() || core(bytes) != was || is == was) continue;
    std::string text(bytes);
    renewed[at] = text.replace(text.find(was), was.size(), is);
  }
  return renewed;
}

}  // namespace collector
