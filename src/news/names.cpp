#include "news/names.h"

#include "core/text.h"

namespace collector {
namespace {

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '+' || static_cast<unsigned char>(c) >= 0x80;
}

/// Bytes of the typographic sign at `at` (U+2000–U+206F: quotes, dashes, dots), of the no-break
/// space or of « and », else 0.
std::size_t sign_length(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0xC2) return 0;
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
  };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return 3;
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAB || byte(1) == 0xBB)) return 2;
  return 0;
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
  while (at_ < text_.size()) {
    const std::size_t sign = sign_length(text_, at_);
    if (sign == 0 && is_word_byte(text_[at_])) {
      word += lower(text_[at_++]);
      continue;
    }
    const bool ends = !word.empty() && !is_apostrophe(text_, at_);
    at_ += sign != 0 ? sign : 1;
    if (ends) return true;
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
