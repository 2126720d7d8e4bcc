// The text of a document whose bytes come in pieces: which encoding they are in, and what they
// say in it.
#pragma once

#include "core/feed.h"
#include "parse/encoding.h"

#include <optional>
#include <string>
#include <string_view>

namespace collector {

class DocumentText {
 public:
  /// `encoding` is what the document is said to be in.
  void begin(Encoding encoding);

  /// Every byte is to be seen once, whether it is decoded or not.
  void watch(std::string_view bytes);

  /// Bytes of the byte order mark, which is no text.
  [[nodiscard]] std::size_t mark() const { return encoding_.mark; }

  /// By its name.
  [[nodiscard]] bool claims_utf8() const { return encoding_.is_utf8(); }

  /// The head as UTF-8, without consequences.
  [[nodiscard]] std::string preview(std::string_view head) const;

  /// The next bytes as UTF-8, good until the next call; what is UTF-8 by its name passes as it
  /// is.
  std::string_view decode(std::string_view bytes, Decoder::More more);

  /// A whole document as valid UTF-8: a part of `bytes` where it is that already, else what
  /// becomes of it, in `mended`.
  std::string_view whole(std::string_view bytes, std::string& mended);

  /// All that was watched is UTF-8, although it was said to be something else.
  [[nodiscard]] bool is_misnamed() const { return is_utf8_all_the_same(check_, encoding_); }

  /// From here on; what was decoded before is void.
  void take_as_utf8();

  /// Writes into `feed` which encoding it was, and what had to be mended.
  void report(RawFeed& feed) const;

 private:
  Encoding encoding_;
  std::string named_;  // the encoding it is said to have
  std::optional<Decoder> decoder_;
  std::string decoded_;
  Utf8Check check_;       // of what is said to be no UTF-8
  bool damaged_ = false;  // bytes that mean nothing in the encoding
};

}  // namespace collector
