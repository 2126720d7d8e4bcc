#include "export/text_lines.h"

#include "core/text.h"

namespace collector {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty())
    lines.push_back(take_line(text));
  return lines;
}

}  // namespace collector
