// The text of one element as it comes in pieces, with the markup that stands inside it.
#pragma once

#include "core/feed.h"
#include "parse/attributes.h"
#include "parse/limits.h"

#include <string>
#include <string_view>

namespace collector {

/// How the text of an element is to be taken.
enum class Reading {
  Flat,           // a word, a date, an address: tags inside it do not count
  Plain,          // plain text; should tags stand inside it after all, it turns into HTML
  Html,           // HTML that was escaped or put into CDATA
  Markup,         // XHTML as elements of the document itself
  Base64,         // packed text; what is packed may be a picture instead, which is left out
  PerhapsBase64,  // of a media type that says so, where people write plain text all the same
};

/// Collects into one buffer that is kept from element to element.
class Capture {
 public:
  void begin(Reading reading);

  void text(std::string_view piece) {
    if (reading_ == Reading::Markup) return escaped_text(piece);
    append(piece);
  }

  void start_tag(std::string_view name, const Attributes& attributes);
  void end_tag(std::string_view name);

  /// What has come, without white space round it; valid until the next begin().
  [[nodiscard]] std::string_view value();
  [[nodiscard]] TextType type() const;

  /// More than kMaxFieldBytes came; the rest was left out.
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  /// Small pieces come by the hundred thousand: at each entity one ends.
  void append(std::string_view piece) {
    if (value_.size() + piece.size() > kMaxFieldBytes) return append_cut(piece);
    if (!cut_) value_.append(piece);
  }

  void append_cut(std::string_view piece);
  void escaped_text(std::string_view piece);
  void append_escaped(std::string_view piece, std::string_view special);
  void turn_into_markup();
  void unpack();

  std::string value_;
  Reading reading_ = Reading::Flat;
  bool cut_ = false;
};

}  // namespace collector
