#include "news/names.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

constexpr std::array<bool, 256> word_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char c = static_cast<char>(byte);
    table[byte] = is_word_letter(c) || is_digit(c) || c == '+';
  }
  return table;
}

/// What belongs to a word, by byte: every title and link is read through it several times.
constexpr std::array<bool, 256> kWordBytes = word_bytes();

/// Bytes of the typographic sign at `at` (U+2000–U+206F: quotes, dashes, dots), of the no-break
/// space, the ideographic one or of « and », else 0.
std::size_t sign_length(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0xC2) return 0;
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
  };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return 3;
  if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAB || byte(1) == 0xBB)) return 2;
  return 0;
}

/// How many bytes from `at` on belong to one word.
std::size_t word_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && kWordBytes[static_cast<unsigned char>(text[end])] &&
         sign_length(text, end) == 0)
    ++end;
  return end - at;
}

void append_lower(std::string& word, std::string_view part) {
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
  while (at_ < text_.size()) {
    if (const std::size_t length = word_length(text_, at_); length > 0) {
      append_lower(word, text_.substr(at_, length));
      at_ += length;
      continue;
    }
    const bool ends = !word.empty() && !is_apostrophe(text_, at_);
    at_ += std::max(sign_length(text_, at_), std::size_t{1});
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
