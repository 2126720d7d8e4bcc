#include "normalise/line.h"

#include "core/text.h"

#include <array>

namespace collector {
namespace {

// HTML, "numeric character reference end state": 0x80 to 0x9F.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F;
}

/// Whether U+0080 to U+009F stands at `at`.
bool is_c1_at(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && at + 1 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// What `text`, which begins with a word, has as a line has it: words with one blank between
/// them.
std::string_view leading_words(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() &&
         (is_plain(text[end]) ||
          (text[end] == ' ' && end + 1 < text.size() && is_plain(text[end + 1])))) {
    ++end;
  }
  return text.substr(0, end);
}

/// Line and paragraph separators (U+2028, U+2029) become spaces. Done on the whole text, for a
/// piece may end inside them.
void squeeze_separators(std::string& text) {
  for (auto at = text.find("\xE2\x80"); at != std::string::npos;
       at = text.find("\xE2\x80", at + 1)) {
    if (at + 2 >= text.size() || (text[at + 2] != '\xA8' && text[at + 2] != '\xA9')) {
      continue;
    }
    const bool beside_space = at == 0 || text[at - 1] == ' ' || text.substr(at + 3, 1) == " ";
    text.replace(at, 3, beside_space ? "" : " ");
  }
}

}  // namespace

void Line::append(std::string_view piece) {
  while (!is_full()) {
    while (!piece.empty() && !is_plain(piece.front())) {
      space_pending_ = space_pending_ || is_space(piece.front());
      piece.remove_prefix(1);
    }
    if (piece.empty()) {
      return;
    }
    // The last character may be one too long: take() cuts before it.
    const std::size_t room = next_character(piece, max_bytes_ - text_.size() - 1);
    const std::string_view words = leading_words(piece.substr(0, room));
    append_words(words);
    piece.remove_prefix(words.size());
  }
}

void Line::append_words(std::string_view words) {
  if (space_pending_ && !text_.empty()) {
    text_ += ' ';
  }
  space_pending_ = false;
  text_ += words;
}

std::string Line::take() {
  text_.resize(cut_between_characters(text_, max_bytes_));
  squeeze_separators(text_);
  while (text_.ends_with(' ')) {
    text_.pop_back();
  }
  return std::move(text_);
}

std::string to_utf8(char32_t character) {
  if (character >= 0x80 && character <= 0x9F) {
    character = kWindows1252[character - 0x80];
  }
  if (character == 0 || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) {
    character = 0xFFFD;
  }
  const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
  const auto tail = [&](unsigned shift) {
    return byte(0x80U | ((character >> shift) & 0x3FU));
  };
  if (character < 0x80) {
    return {byte(character)};
  }
  if (character < 0x800) {
    return {byte(0xC0U | (character >> 6U)), tail(0)};
  }
  if (character < 0x10000) {
    return {byte(0xE0U | (character >> 12U)), tail(6), tail(0)};
  }
  return {byte(0xF0U | (character >> 18U)), tail(12), tail(6), tail(0)};
}

bool has_c1(std::string_view text) {
  for (auto at = text.find('\xC2'); at != std::string_view::npos;
       at = text.find('\xC2', at + 1)) {
    if (is_c1_at(text, at)) {
      return true;
    }
  }
  return false;
}

std::string without_c1(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size() * 3 / 2);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_c1_at(text, at)) {
      repaired += to_utf8(static_cast<unsigned char>(text[++at]));
    } else {
      repaired += text[at];
    }
  }
  return repaired;
}

std::size_t cut_between_characters(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) {
    return text.size();
  }
  while (max_bytes > 0 && is_continuation(text[max_bytes])) {
    --max_bytes;
  }
  return max_bytes;
}

std::size_t next_character(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && is_continuation(text[at]));
  return at;
}

}  // namespace collector
