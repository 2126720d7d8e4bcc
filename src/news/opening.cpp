#include "news/opening.h"

#include "core/sentences.h"

namespace collector {

namespace {

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kWideStop = "\u3002";

}  // namespace

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
  if (sentence.ends_with(kWideStop)) sentence.remove_suffix(kWideStop.size());
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
