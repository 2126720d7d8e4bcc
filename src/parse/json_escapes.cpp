#include "parse/json_escapes.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace collector {

namespace {

constexpr std::size_t kEscapeBytes = 6;  // "\ud83d"

/// What the escape says that `text` begins with; nothing when it is of another kind.
std::optional<unsigned> unit_of(std::string_view text) {
  if (text.size() < kEscapeBytes || !text.starts_with("\\u")) return std::nullopt;
  unsigned unit = 0;
  const char* const end = text.data() + kEscapeBytes;
  const bool whole = std::from_chars(text.data() + 2, end, unit, 16).ptr == end;
  return whole ? std::optional(unit) : std::nullopt;
}

bool is_first_half(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_second_half(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

bool begins_with_pair(std::string_view text, unsigned first) {
  const auto second = unit_of(text.substr(kEscapeBytes));
  return is_first_half(first) && second && is_second_half(*second);
}

}  // namespace

bool mend_halves(std::string& document) {
  bool found = false;
  std::size_t at = document.find('\\');
  while (at < document.size()) {
    const std::string_view rest = std::string_view(document).substr(at);
    const auto unit = unit_of(rest);
    std::size_t length = unit ? kEscapeBytes : 2;
    if (unit && begins_with_pair(rest, *unit)) {
      length = 2 * kEscapeBytes;
    } else if (unit && (is_first_half(*unit) || is_second_half(*unit))) {
      document.replace(at, kEscapeBytes, "\\uFFFD");
      found = true;
    }
    at = document.find('\\', at + length);
  }
  return found;
}

}  // namespace collector
