// UTF-8: what is valid, how a character is written, where a text may be cut; and windows-1252,
// which many a text was before somebody took it for something else.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace collector {

inline unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// Bytes of the valid character that begins at `at`; 0 when there is none.
std::size_t utf8_length(std::string_view text, std::size_t at);

/// The number of a character, which must be a valid one.
char32_t code_point(std::string_view character);

/// Of what is no character (a surrogate, beyond U+10FFFF) U+FFFD.
std::string to_utf8(char32_t code_point);

/// `text` in small letters, of all scripts; what is no UTF-8 stays.
std::string lower_utf8(std::string_view text);

/// A letter of any script, no sign and no digit.
bool begins_with_letter(std::string_view text);

/// A letter that has a small one. There must be a character.
bool begins_with_capital(std::string_view text);

/// Characters that follow each other in Unicode, the last one included.
struct CharacterRange {
  char32_t first;
  char32_t last;
};

template <std::size_t Count>
constexpr bool is_in(const std::array<CharacterRange, Count>& ranges, char32_t code) {
  for (const CharacterRange& range : ranges) {
    if (range.first <= code && code <= range.last) return true;
  }
  return false;
}

/// The signs of Chinese and Japanese and full-width ones, which part words as blanks do: "、",
/// "「", "！".
bool is_wide_sign(char32_t code);

/// `text` with ASCII's digits, letters and signs for those that other scripts have of their
/// own: "２．０", "۲.۰" and "٢٫٠" are "2.0", "【ＡＮＮ】" is "[ANN] ". Signs that hold a blank,
/// such as a full-width comma, are followed by one. Marks of direction go. To read, not to
/// print.
std::string in_ascii_forms(std::string_view text);

/// The columns of a terminal that a character takes: none for combining marks, two for wide
/// ones (UAX #11).
int columns_of_character(char32_t code);

bool is_utf8(std::string_view text);
bool is_ascii(std::string_view text);

/// Tells of bytes that come in pieces whether they are UTF-8.
class Utf8Check {
 public:
  void push(std::string_view bytes);

  /// All of them so far, and the last character is whole.
  [[nodiscard]] bool passed() const { return valid_ && rest_.empty(); }

  /// Characters of more than one byte.
  [[nodiscard]] std::size_t beyond_ascii() const { return beyond_ascii_; }

 private:
  std::string rest_;  // of a piece: the character that it breaks off in
  bool valid_ = true;
  std::size_t beyond_ascii_ = 0;
};

/// `text` with U+FFFD for every byte that is no part of a valid character.
std::string valid_utf8(std::string_view text);

/// U+FFFD.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// A byte of a character, but not its first.
constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Where the character behind the one at `at` begins, or the end.
constexpr std::size_t next_character(std::string_view text, std::size_t at) {
  do
    ++at;
  while (at < text.size() && is_continuation(text[at]));
  return at;
}

/// The largest length up to `max_bytes` at which `text` can be cut between characters.
constexpr std::size_t cut_between_characters(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text.size();
  while (max_bytes > 0 && is_continuation(text[max_bytes]))
    --max_bytes;
  return max_bytes;
}

/// The largest length up to `max_bytes` at which a reader would part `text`: behind a word, or
/// where scripts that write no blanks begin a new line. 0 where there is none.
std::size_t cut_between_words(std::string_view text, std::size_t max_bytes);

/// There must be one.
constexpr std::string_view first_character(std::string_view text) {
  return text.substr(0, next_character(text, 0));
}

/// Empty where `text` is.
constexpr std::string_view last_character(std::string_view text) {
  return text.empty() ? text : text.substr(cut_between_characters(text, text.size() - 1));
}

/// What windows-1252 has from 0x80 on, where Unicode has controls that nobody uses; 0 in its
/// five holes.
inline constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// True when `text` has U+0080 to U+009F: windows-1252 that was read as ISO 8859-1.
bool has_c1(std::string_view text);

}  // namespace collector
