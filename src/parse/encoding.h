// The encoding of a document, settled before any XML or JSON is read: byte order mark, charset
// of the HTTP header, XML declaration, UTF-8 (RFC 7303), and taken back at its end where the
// bytes tell otherwise; labels are read as the WHATWG Encoding Standard reads them.
#pragma once

#include "core/utf8.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace collector {

struct Encoding {
  std::string name = "utf-8";  // as reported
  std::string converter;       // its name; empty: it is UTF-8, or ASCII and read as such
  std::size_t mark = 0;        // bytes of the byte order mark
  std::string declared;        // label in the document itself, which the header overrules

  [[nodiscard]] bool is_utf8() const { return converter.empty(); }
};

/// Bytes of a document's beginning that settle its encoding.
inline constexpr std::size_t kHeadBytes = 1024;

Encoding detect_encoding(std::string_view head, std::string_view content_type);

/// Turns bytes into UTF-8 piece by piece.
class Decoder {
 public:
  struct Converter;

  /// ICU has a converter for documents that declare `encoding` in letters as of ASCII. Not for
  /// UTF-16 or EBCDIC, in which nobody could have read that, nor for UTF-8, which needs none.
  static bool knows(const std::string& encoding);

  explicit Decoder(const Encoding& encoding);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  enum class More { Follows, Last };  // whether further bytes will come

  std::string decode(std::string_view bytes, More more);

  /// Bytes that mean nothing in this encoding were met; U+FFFD stands for them.
  [[nodiscard]] bool damaged() const;

 private:
  std::unique_ptr<Converter> converter_;
};

/// True when bytes are UTF-8 although `declared` is said to be their encoding: what passes the
/// check is hardly ever anything else. The servers of many a blog say ISO 8859-1 of all they
/// send.
bool is_utf8_all_the_same(const Utf8Check& check, const Encoding& declared);

/// UTF-8 whose bad bytes are made good: U+FFFD for each, unless there are more of them than of
/// its characters beyond ASCII; then the whole is read as what the document itself declares,
/// for servers say UTF-8 of all they send, else as windows-1252. In that, some letters and
/// signs look like one of UTF-8's, as the end of "« doué »" does. `encoding` tells what it
/// became. False: nothing was wrong.
bool mend_utf8(std::string& text, Encoding& encoding);

}  // namespace collector
