#include "parse/mojibake.h"

#include "core/utf8.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace collector {

namespace {

// As many characters come out of a text that was meant otherwise only by design.
constexpr std::size_t kCertainCharacters = 8;

/// Appends the byte that `character` has in windows-1252, also where that is a control; false:
/// it has none.
bool append_western(std::string_view character, std::string& bytes) {
  constexpr char kPlain = '\xC2';   // begins U+0080 to U+00BF
  constexpr char kLetter = '\xC3';  // and U+00C0 to U+00FF
  const char first = character.front();
  if (character.size() == 1 || first == kPlain) {
    bytes += character.back();
  } else if (first == kLetter) {
    bytes += static_cast<char>(character.back() + 0x40);
  } else {
    const auto* const found = std::ranges::find(kWindows1252, code_point(character));
    if (found == kWindows1252.end()) return false;
    bytes += static_cast<char>(0x80 + (found - kWindows1252.begin()));
  }
  return true;
}

/// Of `text`, valid UTF-8: nothing but ASCII, U+0080 to U+00FF, and U+2000 to U+203F.
bool is_western(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += utf8_length(text, at)) {
    const unsigned char lead = byte_at(text, at);
    const bool punctuation = lead == 0xE2 && byte_at(text, at + 1) == 0x80;
    if (lead > 0xC3 && !punctuation) return false;
  }
  return true;
}

/// UTF-8 that was read as windows-1252 and written as UTF-8 once more.
void mend_double_utf8(std::string& text) {
  constexpr char kLead = '\xC3';  // of "Ã" and "â", which such a character begins with
  const std::size_t first = text.find(kLead);
  const bool alone =
      first == std::string::npos || first + 2 >= text.size() || byte_at(text, first + 2) < 0x80;
  if (alone) return;  // as in "Café"
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0 || !append_western(std::string_view(text).substr(at, length), bytes))
      return;
    at += length;
  }
  Utf8Check check;
  check.push(bytes);
  if (!check.passed()) return;
  if (check.beyond_ascii() >= kCertainCharacters || is_western(bytes)) text = std::move(bytes);
}

/// U+0080 to U+009F are controls that nobody uses: windows-1252 was read as ISO 8859-1.
void mend_controls(std::string& text) {
  constexpr char kLead = '\xC2';
  for (std::size_t at = text.find(kLead); at != std::string::npos; at = text.find(kLead, at)) {
    const std::size_t code = at + 1 < text.size() ? byte_at(text, at + 1) : 0;
    if (code < 0x80 || code > 0x9F) {
      ++at;
      continue;
    }
    const char32_t western = kWindows1252[code - 0x80];
    const std::string meant = western == 0 ? std::string() : to_utf8(western);
    text.replace(at, 2, meant);
    at += meant.size();
  }
}

}  // namespace

void mend_mojibake(std::string& text) {
  mend_double_utf8(text);
  mend_controls(text);
}

}  // namespace collector
