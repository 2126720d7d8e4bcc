#include "store/text_list.h"

#include "core/text.h"

namespace collector {

std::string join_lines(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (!lines.empty()) lines += '\n';
    const auto start = static_cast<std::ptrdiff_t>(lines.size());
    lines += text;
    std::replace(lines.begin() + start, lines.end(), '\n', ' ');
  }
  return lines;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> texts;
  while (!text.empty())
    texts.emplace_back(take_line(text));
  return texts;
}

std::string join_days(const std::vector<DaySpan>& days) {
  std::vector<std::string> texts;
  for (const DaySpan& span : days)
    texts.push_back(format_day_span(span));
  return join_lines(texts);
}

std::vector<DaySpan> split_days(std::string_view text) {
  std::vector<DaySpan> days;
  for (const std::string& line : split_lines(text)) {
    if (const auto span = parse_day_span(line)) days.push_back(*span);
  }
  return days;
}

}  // namespace collector
