#include "news/names.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

/// What a byte can be. Only the leads of typographic signs need a look at what follows.
enum class Byte : unsigned char { Separator, Word, SignLead, Apostrophe };

constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> bytes{};
  for (std::size_t c = 0; c < bytes.size(); ++c) {
    const bool ascii_word =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+';
    if (ascii_word || c >= 0x80) bytes[c] = Byte::Word;
  }
  bytes[0xC2] = bytes[0xE2] = Byte::SignLead;
  bytes['\''] = Byte::Apostrophe;
  return bytes;
}();

constexpr std::string_view kApostrophe = "\xE2\x80\x99";

struct Sign {
  Byte kind;
  std::size_t length;
};

/// What stands at `at`, and how many bytes of it. Signs that separate are U+2000–U+206F
/// (quotes, dashes, dots), the no-break space, « and ».
Sign sign_at(std::string_view text, std::size_t at) {
  const Byte kind = kBytes[static_cast<unsigned char>(text[at])];
  if (kind != Byte::SignLead) return {kind, 1};
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
  };
  if (text.substr(at, 3) == kApostrophe) return {Byte::Apostrophe, 3};
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return {Byte::Separator, 3};
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAB || byte(1) == 0xBB)) {
    return {Byte::Separator, 2};
  }
  return {Byte::Word, 1};
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
    const Sign sign = sign_at(text, at);
    if (sign.kind == Byte::Word) break;
    at += sign.length;
  }
  return std::min(at, text.size());
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Sign sign = sign_at(text, at);
    if (sign.kind == Byte::Separator) break;
    at += sign.length;
  }
  return std::min(at, text.size());
}

void append_folded(std::string& name, std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const Sign sign = sign_at(word, at);
    const char c = word[at];
    if (sign.kind == Byte::Word) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    at += sign.length;
  }
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = word_start(text, 0); at < text.size();) {
    const std::size_t end = word_end(text, at);
    append_folded(found.emplace_back(), text.substr(at, end - at));
    at = word_start(text, end);
  }
  return found;
}

}  // namespace collector
