#include "core/sentences.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <span>

namespace collector {

namespace {

/// "etc.", "bzw.", "vs."; what is longer may well end a sentence before a small letter.
constexpr std::size_t kLongestAbbreviation = 3;

constexpr std::array<std::string_view, 6> kStops{".", "!", "?", "\u061F", "\u06D4", "\u0964"};

/// They need no blank behind them.
constexpr std::array<std::string_view, 4> kWideStops{"\u3002", "\uFF01", "\uFF1F", "\uFF0E"};

bool ends_with_one(std::string_view text, std::span<const std::string_view> marks) {
  return std::ranges::any_of(marks,
                             [&](std::string_view mark) { return text.ends_with(mark); });
}

/// How many letters, of whatever script, stand at the end of `text`.
std::size_t last_letters(std::string_view text) {
  std::size_t letters = 0;
  while (!text.empty() && is_word_letter(text.back())) {
    const bool goes_on = (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80;
    letters += goes_on ? 0 : 1;
    text.remove_suffix(1);
  }
  return letters;
}

/// True for what no sentence begins with.
bool goes_on_with(char c) {
  return (c >= 'a' && c <= 'z') || c == '(' || c == '[';
}

}  // namespace

bool ends_sentence(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  if (ends_with_one(before, kWideStops)) return true;
  const bool gap = at == text.size() || text[at] == ' ';
  if (!gap || !ends_with_one(before, kStops)) return false;
  const std::string_view rest = trimmed(text.substr(at));
  if (rest.empty() || text[at - 1] != '.') return true;
  const std::size_t letters = last_letters(text.substr(0, at - 1));
  return letters != 1 &&
         !(letters > 0 && letters <= kLongestAbbreviation && goes_on_with(rest.front()));
}

}  // namespace collector
