#include "core/shown_text.h"

#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace collector {

namespace {

struct Character {
  char32_t code;
  std::string_view bytes;
};

constexpr char32_t kBroken = 0xFFFD;

/// Takes one character off the front of `text`; kBroken and one byte where it is no UTF-8.
Character take_character(std::string_view& text) {
  const std::size_t length = utf8_length(text, 0);
  const std::string_view bytes = text.substr(0, std::max<std::size_t>(length, 1));
  text.remove_prefix(bytes.size());
  return {length == 0 ? kBroken : code_point(bytes), bytes};
}

/// C0, DEL and C1, line and paragraph separators, and what reorders the line (UAX #9).
constexpr std::array kHarmful{CharacterRange{0x00, 0x1F},     CharacterRange{0x7F, 0x9F},
                              CharacterRange{0x200E, 0x200F}, CharacterRange{0x2028, 0x202E},
                              CharacterRange{0x2066, 0x2069}, CharacterRange{0xFEFF, 0xFEFF}};

}  // namespace

std::string harmless(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto [code, bytes] = take_character(text);
    if (code == kBroken) {
      result += kReplacement;
    } else if (code == '\t' || code == '\n' || code == '\r') {
      result += ' ';
    } else if (!is_in(kHarmful, code)) {
      result += bytes;
    }
  }
  return result;
}

int columns_of(std::string_view text) {
  int columns = 0;
  while (!text.empty())
    columns += columns_of_character(take_character(text).code);
  return columns;
}

std::string shortened(std::string_view text, int columns) {
  if (columns_of(text) <= columns) return std::string{text};
  std::string result;
  int used = 1;  // the ellipsis
  while (!text.empty()) {
    const auto [code, bytes] = take_character(text);
    used += columns_of_character(code);
    if (used > columns) break;
    result += bytes;
  }
  return result + "…";
}

}  // namespace collector
