#include "core/names.h"

#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

constexpr std::array<bool, 128> word_bytes() {
  std::array<bool, 128> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char c = static_cast<char>(byte);
    table[byte] = is_letter(c) || is_digit(c) || c == '+';
  }
  return table;
}

/// What belongs to a word, by byte of ASCII: every title and link is read through it several
/// times.
constexpr std::array<bool, 128> kWordBytes = word_bytes();

/// What parts words although it is more than ASCII: ¡ ¿ « » and the no-break space, Arabic
/// commas and marks, U+2000–U+206F (quotes, dashes, dots), the signs of Chinese and Japanese
/// and full-width ones.
bool is_sign(char32_t code) {
  constexpr std::array kSigns{CharacterRange{0xA0, 0xA1},    CharacterRange{0xAB, 0xAB},
                              CharacterRange{0xBB, 0xBB},    CharacterRange{0xBF, 0xBF},
                              CharacterRange{0x60C, 0x60C},  CharacterRange{0x61B, 0x61B},
                              CharacterRange{0x61F, 0x61F},  CharacterRange{0x66A, 0x66D},
                              CharacterRange{0x6D4, 0x6D4},  CharacterRange{0x2000, 0x206F},
                              CharacterRange{0x3030, 0x3030}};
  return is_in(kSigns, code) || is_wide_sign(code);
}

/// Where words are not parted by blanks, they are, more or less, where the script changes:
/// hiragana, katakana, Han characters, Hangul; 0 for all others, which keep to their blanks.
int run_of(char32_t code) {
  if (code < 0x3005 || code > 0xFFDC) return 0;
  if (code >= 0x3041 && code <= 0x309F) return 1;
  if ((code >= 0x30A0 && code <= 0x31FF) || (code >= 0xFF66 && code <= 0xFF9F)) return 2;
  if (code >= 0xAC00 && code <= 0xD7A3) return 3;
  return (code >= 0x3400 && code <= 0x9FFF) || code <= 0x3007 ? 4 : 0;
}

/// How many bytes the character at `at` has, if it belongs to words of `run`; else 0. A
/// negative run is that of the character.
std::size_t letter_length(std::string_view text, std::size_t at, int& run) {
  std::size_t length = 1;
  int its_run = 0;
  if (byte_at(text, at) < 0x80) {
    if (!kWordBytes[byte_at(text, at)]) return 0;
  } else if (const std::size_t whole = utf8_length(text, at); whole > 0) {
    const char32_t code = code_point(text.substr(at, whole));
    if (is_sign(code)) return 0;
    its_run = run_of(code);
    length = whole;
  }
  if (run < 0) run = its_run;
  return run == its_run ? length : 0;
}

/// How many bytes from `at` on belong to one word.
std::size_t word_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && byte_at(text, end) < 0x80 && kWordBytes[byte_at(text, end)])
    ++end;
  int run = end > at ? 0 : -1;
  while (end < text.size()) {
    const std::size_t length = letter_length(text, end, run);
    if (length == 0) break;
    end += length;
  }
  return end - at;
}

/// Bytes of the sign at `at`.
std::size_t sign_length(std::string_view text, std::size_t at) {
  return std::max<std::size_t>(utf8_length(text, at), 1);
}

void append_lower(std::string& word, std::string_view part) {
  if (!is_ascii(part)) {
    word += lower_utf8(part);
    return;
  }
  const std::size_t begin = word.size();
  word += part;
  for (std::size_t at = begin; at < word.size(); ++at)
    word[at] = lower(word[at]);
}

bool is_apostrophe(std::string_view text, std::size_t at) {
  return text[at] == '\'' || (text[at] == '\xE2' && text.substr(at, 3) == "\xE2\x80\x99");
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string out;
  std::string word;
  for (WordReader reader(name); reader.next(word);)
    out += word;
  return out;
}

bool WordReader::next(std::string& word) {
  word.clear();
  bool glued = false;
  while (at_ < text_.size()) {
    const std::size_t length = word_length(text_, at_);
    if (length > 0 && !word.empty() && !glued) return true;
    glued = length == 0 && is_apostrophe(text_, at_);
    if (length > 0) {
      append_lower(word, text_.substr(at_, length));
      at_ += length;
      continue;
    }
    at_ += sign_length(text_, at_);
    if (!word.empty() && !glued) return true;
  }
  return !word.empty();
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  std::string word;
  for (WordReader reader(text); reader.next(word);)
    found.push_back(word);
  return found;
}

}  // namespace collector
