#include "normalise/line.h"

#include "core/text.h"
#include "core/utf8.h"

namespace collector {
namespace {

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F;
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

std::string referred_character(char32_t number) {
  const bool is_c1 = number >= 0x80 && number <= 0x9F;
  const char32_t meant = is_c1 ? kWindows1252[number - 0x80] : number;
  return meant == 0 ? std::string(kReplacement) : to_utf8(meant);
}

std::string without_c1(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size() * 3 / 2);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (has_c1(text.substr(at, 2))) {
      repaired += referred_character(byte_at(text, ++at));
    } else {
      repaired += text[at];
    }
  }
  return repaired;
}

}  // namespace collector
