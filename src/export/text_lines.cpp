#include "export/text_lines.h"

#include "core/text.h"

namespace collector {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty())
    lines.push_back(take_line(text));
  return lines;
}

std::string indented(std::string_view text, std::string_view indent) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); ++at) {
    lines += text[at];
    const bool ends = at + 1 == text.size() || text[at + 1] == '\n';
    if (text[at] == '\n' && !ends) lines += indent;
  }
  return lines;
}

}  // namespace collector
