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

/// What they are about follows, be it a name. Of two words those that have a dot inside.
constexpr std::array<std::string_view, 30> kOpenAbbreviations{
    "e.g", "i.e",   "cf",   "vs",          "approx", "incl",         "ca",   "resp",
    "Dr",  "Prof",  "Mr",   "Mrs",         "n.b",    "N.B",          "bzw",  "d.h",
    "u.a", "z.B",   "z.T",  "p.ej",        "p.ex",   "p.es",         "t.ex", "bl.a",
    "o.a", "d.w.z", "bijv", "c.-\u00E0-d", "m.in",   "\u0442.\u0435"};

/// They end a sentence before a capital letter: "boats etc. They swim".
constexpr std::array<std::string_view, 2> kClosingAbbreviations{"etc", "usw"};

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

/// "p.m", "U.S": they end a sentence before a capital letter, too.
bool is_letters_with_dots(std::string_view word) {
  const std::string_view first = before_any<'.'>(word);
  if (first.size() == word.size() || !is_letter_alone(first)) return false;
  const std::string_view further = word.substr(first.size() + 1);
  return is_letter_alone(further) || is_letters_with_dots(further);
}

/// At the beginning of a sentence with a capital, too: "Cf".
bool is_open_abbreviation(std::string word) {
  if (is_one_of(kOpenAbbreviations, word)) return true;
  if (!word.empty()) word.front() = lower(word.front());
  return is_one_of(kOpenAbbreviations, word);
}

std::string_view last_word(std::string_view text) {
  return text.substr(text.find_last_of(" (") + 1);  // npos + 1 is 0
}

/// True when the full stop between `before` and `rest` belongs to the word before it. A letter
/// alone is an initial ("J. Gull") where nothing but a stop stands before it, and one of
/// several beside another ("by J. R. Gull", "z. B."); else it may be what a thing is called:
/// "Plan B."
bool is_abbreviation(std::string_view before, std::string_view rest) {
  const std::string_view word = last_word(before);
  const std::string_view further = trimmed(before.substr(0, before.size() - word.size()));
  if (is_open_abbreviation(std::string(word)) ||
      is_open_abbreviation(std::string(last_word(further)).append(word))) {
    return true;
  }
  if (is_one_of(kClosingAbbreviations, word) || is_letters_with_dots(word)) {
    return !begins_with_capital(rest);
  }
  if (is_letter_alone(word) && (further.empty() || ends_with_one(further, kStops))) return true;
  const std::string_view next = before_any<' ', ',', ':', ')'>(rest);
  if (!next.ends_with('.')) return false;
  const std::string_view next_word = next.substr(0, next.size() - 1);
  return (is_letter_alone(word) && is_letter_alone(next_word)) ||
         is_open_abbreviation(std::string(word) + "." + std::string(next_word));
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
