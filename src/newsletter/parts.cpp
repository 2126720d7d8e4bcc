#include "newsletter/parts.h"

#include "core/text.h"

#include <algorithm>

namespace collector {

namespace {

constexpr std::size_t kDeepest = 6;

/// Without the empty lines around it; what its first line is indented by stays.
std::string without_empty_lines(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  const std::size_t line = text.rfind('\n', start);
  text.remove_prefix(line == std::string_view::npos ? 0 : line + 1);
  return std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
}

bool opens_code(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("```") || line.starts_with("~~~");
}

/// The level of a heading; 0: the line is none.
int heading_level(std::string_view line) {
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  const bool heading =
      signs > 0 && signs <= kDeepest && signs < line.size() && line[signs] == ' ';
  return heading ? static_cast<int>(signs) : 0;
}

}  // namespace

PostParts split_post(std::string_view markdown) {
  PostParts post;
  post.front_matter = front_matter(markdown);
  markdown.remove_prefix(post.front_matter.bytes);
  post.parts.emplace_back();
  bool code = false;
  while (!markdown.empty()) {
    const std::string_view line = without_return(take_line(markdown));
    code = code != opens_code(line);
    const int level = code ? 0 : heading_level(line);
    if (level > 0) {
      const auto signs = static_cast<std::size_t>(level);
      post.parts.push_back({level, std::string(trimmed(line.substr(signs))), ""});
    } else {
      post.parts.back().text.append(line).push_back('\n');
    }
  }
  for (PostPart& part : post.parts)
    part.text = without_empty_lines(part.text);
  return post;
}

bool is_bullet(std::string_view block) {
  const std::size_t digits = std::min(block.find_first_not_of("0123456789"), block.size());
  if (digits > 0) return block.substr(digits).starts_with(". ");
  return block.starts_with("- ") || block.starts_with("* ") || block.starts_with("+ ");
}

std::vector<std::string> split_blocks(std::string_view text) {
  std::vector<std::string> blocks;
  bool gap = true;
  while (!text.empty()) {
    const std::string_view line = without_return(take_line(text));
    if (trimmed(line).empty()) {
      gap = true;
      continue;
    }
    const bool indented = line.front() == ' ' || line.front() == '\t';
    const bool continues =
        !blocks.empty() && !is_bullet(line) && (!gap || (indented && is_bullet(blocks.back())));
    if (!continues) {
      blocks.emplace_back(line);
    } else {
      blocks.back().append(gap ? "\n\n" : "\n").append(line);
    }
    gap = false;
  }
  return blocks;
}

}  // namespace collector
