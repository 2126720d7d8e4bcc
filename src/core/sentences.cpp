#include "core/sentences.h"

#include "core/lists.h"
#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace collector {

namespace {

/// What they are about follows, be it a name.
constexpr std::array<std::string_view, 15> kOpenAbbreviations{
    "e.g", "i.e",  "cf", "vs",   "approx", "incl", "ca", "bzw",
    "d.h", "resp", "Dr", "Prof", "Mr",     "Mrs",  "z.B"};

/// They end a sentence before a capital letter: "boats etc. They swim".
constexpr std::array<std::string_view, 5> kClosingAbbreviations{"etc", "usw", "u.a", "a.m",
                                                                "p.m"};

constexpr std::array<std::string_view, 6> kStops{".", "!", "?", "\u061F", "\u06D4", "\u0964"};

/// Of decimals, too: "２．０".
constexpr std::string_view kWideFullStop = "\uFF0E";

/// They need no blank behind them.
constexpr std::array<std::string_view, 4> kWideStops{"\u3002", "\uFF01", "\uFF1F",
                                                     kWideFullStop};

bool ends_with_one(std::string_view text, std::span<const std::string_view> marks) {
  return std::ranges::any_of(marks,
                             [&](std::string_view mark) { return text.ends_with(mark); });
}

/// Also of a full-width one.
bool is_decimal(std::string_view character) {
  const std::string ascii = in_ascii_forms(character);
  return !ascii.empty() && is_digit(ascii.front());
}

/// True where digits stand around the full-width stop before `at`.
bool parts_decimals(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  if (at == text.size() || !before.ends_with(kWideFullStop)) return false;
  before.remove_suffix(kWideFullStop.size());
  return is_decimal(last_character(before)) && is_decimal(first_character(text.substr(at)));
}

bool is_letter_alone(std::string_view word) {
  return !word.empty() && is_word_letter(word.front()) && first_character(word) == word;
}

/// True when the full stop between `before` and `rest` belongs to the word before it. A letter
/// alone is an initial ("J. Gull") where nothing but a stop stands before it, and one of
/// several beside another ("by J. R. Gull", "z. B."); else it may be what a thing is called:
/// "Plan B."
bool is_abbreviation(std::string_view before, std::string_view rest) {
  const std::size_t begin = before.find_last_of(" (") + 1;  // npos + 1 is 0
  const std::string_view word = before.substr(begin);
  if (is_one_of(kClosingAbbreviations, word)) return !begins_with_capital(rest);
  if (is_one_of(kOpenAbbreviations, word)) return true;
  const std::string_view further = trimmed(before.substr(0, begin));
  const std::string_view next = before_any<' '>(rest);
  return is_letter_alone(word) &&
         (further.empty() || ends_with_one(further, kStops) ||
          (next.ends_with('.') && is_letter_alone(next.substr(0, next.size() - 1))));
}

}  // namespace

bool ends_sentence(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  if (ends_with_one(before, kWideStops)) return !parts_decimals(text, at);
  const bool gap = at == text.size() || text[at] == ' ';
  if (!gap || !ends_with_one(before, kStops)) return false;
  const std::string_view rest = trimmed(text.substr(at));
  return rest.empty() || !before.ends_with('.') ||
         !is_abbreviation(before.substr(0, at - 1), rest);
}

}  // namespace collector
