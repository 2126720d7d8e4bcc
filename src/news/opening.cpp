#include "news/opening.h"

#include <algorithm>
#include <array>
#include <span>

namespace collector {

namespace {

constexpr std::string_view kEllipsis = "\u2026";

/// Full stops and the like that need no blank behind them.
constexpr std::array<std::string_view, 4> kWideStops{"\u3002", "\uFF01", "\uFF1F", "\uFF0E"};

bool ends_with_one(std::string_view text, std::span<const std::string_view> marks) {
  return std::ranges::any_of(marks,
                             [&](std::string_view mark) { return text.ends_with(mark); });
}

}  // namespace

bool ends_sentence(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 6> kStops{".", "!", "?", "\u061F", "\u06D4", "\u0964"};
  const std::string_view before = text.substr(0, at);
  const bool gap = at == text.size() || text[at] == ' ';
  return ends_with_one(before, kWideStops) || (gap && ends_with_one(before, kStops));
}

std::string opening_sentence(std::string_view text) {
  constexpr std::size_t kShortest = 12;  // bytes: less names nothing
  std::size_t end = text.size();
  for (std::size_t at = kShortest; at < text.size(); ++at) {
    if (!ends_sentence(text, at)) continue;
    end = at;
    break;
  }
  std::string_view sentence = text.substr(0, end);
  for (std::size_t tag = sentence.rfind(" #");
       tag != std::string_view::npos && sentence.find(' ', tag + 1) == std::string_view::npos;
       tag = sentence.rfind(" #"))
    sentence.remove_suffix(sentence.size() - tag);
  if (sentence.ends_with(".") && !sentence.ends_with("..")) sentence.remove_suffix(1);
  if (sentence.ends_with(kWideStops.front())) sentence.remove_suffix(kWideStops.front().size());
  return std::string(sentence);
}

bool title_is_text(const Item& item) {
  std::string_view title = item.title;
  if (title.empty()) return false;
  if (title == item.summary) return true;
  const bool cut = title.ends_with(kEllipsis);
  if (cut) title.remove_suffix(kEllipsis.size());
  return cut && item.summary.starts_with(title);
}

bool is_post(const Item& item) {
  return title_is_text(item) && opening_sentence(item.title) != item.title;
}

}  // namespace collector
