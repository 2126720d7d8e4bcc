#include "news/names.h"

namespace collector {
namespace {

bool is_word_byte(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         c == '+' || c >= 0x80;
}

/// Bytes of the typographic sign at `at` (U+2000–U+206F: quotes, dashes, dots), of the no-break
/// space or of « and », else 0.
std::size_t sign_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
  };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return 3;
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAB || byte(1) == 0xBB)) return 2;
  return 0;
}

bool is_apostrophe(std::string_view text, std::size_t at) {
  return text[at] == '\'' || text.substr(at, 3) == "\xE2\x80\x99";
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

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) found.push_back(lower(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = sign_length(text, at);
    if (sign != 0 || !is_word_byte(static_cast<unsigned char>(text[at]))) {
      if (!is_apostrophe(text, at)) finish();
      at += sign != 0 ? sign : 1;
    } else {
      word += text[at++];
    }
  }
  finish();
  return found;
}

}  // namespace collector
