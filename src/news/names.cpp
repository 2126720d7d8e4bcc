#include "news/names.h"

#include <algorithm>
#include <utility>

namespace collector {
namespace {

bool is_word_byte(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         c == '+' || c >= 0x80;
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

constexpr std::string_view kApostrophe = "\xE2\x80\x99";

bool is_apostrophe(std::string_view text, std::size_t at) {
  return text[at] == '\'' || (text[at] == kApostrophe[0] && text.substr(at, 3) == kApostrophe);
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

std::string fold_name(std::string_view name) {
  std::string out;
  for (const std::string& word : words(name))
    out += word;
  return out;
}

std::size_t word_start(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t sign = sign_length(text, at);
    if (sign == 0 && is_word_byte(static_cast<unsigned char>(text[at]))) break;
    at += sign != 0 ? sign : 1;
  }
  return std::min(at, text.size());
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_apostrophe(text, at)) {
      at += text[at] == '\'' ? 1 : 3;
    } else if (sign_length(text, at) == 0 &&
               is_word_byte(static_cast<unsigned char>(text[at]))) {
      ++at;
    } else {
      break;
    }
  }
  return std::min(at, text.size());
}

std::vector<std::string> words(std::string_view text, std::size_t most) {
  std::vector<std::string> found;
  std::size_t at = word_start(text, 0);
  while (at < text.size() && found.size() < most) {
    const std::size_t end = word_end(text, at);
    std::string word = lower(text.substr(at, end - at));
    std::erase(word, '\'');
    for (std::size_t glue = word.find(kApostrophe); glue != std::string::npos;
         glue = word.find(kApostrophe)) {
      word.erase(glue, kApostrophe.size());
    }
    found.push_back(std::move(word));
    at = word_start(text, end);
  }
  return found;
}

}  // namespace collector
