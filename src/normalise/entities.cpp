#include "normalise/entities.h"

#include "core/text.h"
#include "normalise/html_events.h"
#include "normalise/line.h"

#include <algorithm>
#include <optional>

namespace collector {
namespace {

/// The length of a reference that ends at `end`, its semicolon included if there is one.
std::size_t length_with_semicolon(std::string_view text, std::size_t end) {
  return end < text.size() && text[end] == ';' ? end + 1 : end;
}

std::optional<Entity> read_number(std::string_view text) {
  const bool is_hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const int base = is_hex ? 16 : 10;
  const std::size_t start = is_hex ? 3 : 2;
  std::size_t end = start;
  char32_t value = 0;
  for (; end < text.size(); ++end) {
    constexpr char32_t kBeyondUnicode = 0x110000;
    const int digit = hex_value(text[end]);
    if (digit < 0 || digit >= base) break;
    value = std::min<char32_t>(
        value * static_cast<char32_t>(base) + static_cast<char32_t>(digit), kBeyondUnicode);
  }
  if (end == start) {
    return std::nullopt;
  }
  return Entity{referred_character(value), length_with_semicolon(text, end)};
}

std::optional<Entity> read_name(std::string_view text) {
  constexpr std::size_t kLongestName = 8;  // "thetasym"
  constexpr char32_t kLastWithoutSemicolon = 0xFF;
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName + 1 &&
         (is_letter(text[end]) || is_digit(text[end]))) {
    ++end;
  }
  const char32_t value = find_html_entity(text.substr(1, end - 1));
  const std::size_t length = length_with_semicolon(text, end);
  if (value == 0 || (length == end && value > kLastWithoutSemicolon)) {
    return std::nullopt;
  }
  return Entity{referred_character(value), length};
}

}  // namespace

Entity read_entity(std::string_view text) {
  const bool is_number = text.size() > 1 && text[1] == '#';
  return (is_number ? read_number(text) : read_name(text)).value_or(Entity{"&", 1});
}

}  // namespace collector
