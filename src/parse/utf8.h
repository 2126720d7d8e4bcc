// UTF-8, byte by byte: what is valid and how a character is written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace collector {

inline unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// Bytes of the valid character that begins at `at`; 0 when there is none.
std::size_t utf8_length(std::string_view text, std::size_t at);

bool is_utf8(std::string_view text);
bool is_ascii(std::string_view text);

/// Tells of bytes that come in pieces whether they are UTF-8.
class Utf8Check {
 public:
  void push(std::string_view bytes);

  /// All of them so far, and the last character is whole.
  [[nodiscard]] bool passed() const { return valid_ && rest_.empty(); }

  /// Characters of more than one byte.
  [[nodiscard]] std::size_t beyond_ascii() const { return beyond_ascii_; }

 private:
  std::string rest_;  // of a piece: the character that it breaks off in
  bool valid_ = true;
  std::size_t beyond_ascii_ = 0;
};

/// `text` with U+FFFD for every byte that is no part of a valid character.
std::string valid_utf8(std::string_view text);

/// U+FFFD.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace collector
