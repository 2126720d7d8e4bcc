// Plain text on one line, built piece by piece: white space squeezed, control characters gone,
// never longer than asked for.
#pragma once

#include <string>
#include <string_view>

namespace collector {

class Line {
 public:
  explicit Line(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// Pieces follow one another without a break, and may end inside a character.
  void append(std::string_view piece);

  [[nodiscard]] bool is_full() const { return text_.size() >= max_bytes_; }

  /// The text, cut between characters.
  std::string take();

 private:
  void append_words(std::string_view words);

  std::size_t max_bytes_;
  std::string text_;
  bool space_pending_ = false;
};

/// What "&#NUMBER;" stands for. The C1 numbers mean what windows-1252 puts there, as in every
/// browser; what is no character becomes U+FFFD.
std::string referred_character(char32_t number);

/// `text` with U+0080 to U+009F as windows-1252 has them.
std::string without_c1(std::string_view text);

}  // namespace collector
