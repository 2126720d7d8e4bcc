#include "parse/capture.h"

#include "core/text.h"
#include "core/utf8.h"
#include "parse/base64.h"
#include "parse/html_names.h"
#include "parse/mojibake.h"

namespace collector {

namespace {

constexpr std::string_view kInText = "&<>";
constexpr std::string_view kInAttribute = "&<\"";

}  // namespace

void Capture::begin(Reading reading) {
  value_.clear();
  reading_ = reading;
  cut_ = false;
}

void Capture::escaped_text(std::string_view piece) {
  append_escaped(piece, kInText);
}

void Capture::start_tag(std::string_view name, const Attributes& attributes) {
  if (reading_ == Reading::Flat) return;
  if (reading_ == Reading::Plain) turn_into_markup();
  append("<");
  append(name);
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    append(" ");
    append(attributes.name(i));
    append("=\"");
    append_escaped(attributes.value(i), kInAttribute);
    append("\"");
  }
  append(">");
}

void Capture::end_tag(std::string_view name) {
  if (reading_ == Reading::Flat) return;
  if (is_void_html(name)) return;
  append("</");
  append(name);
  append(">");
}

std::string_view Capture::value() {
  if (reading_ == Reading::Base64 || reading_ == Reading::PerhapsBase64) unpack();
  mend_mojibake(value_);
  return trimmed(value_);
}

void Capture::unpack() {
  std::string unpacked = decode_base64(value_);
  const bool is_text = is_utf8(unpacked);
  if (is_text || reading_ == Reading::Base64) {
    value_ = is_text ? std::move(unpacked) : std::string{};
    reading_ = Reading::Html;
  } else {
    reading_ = Reading::Plain;
  }
}

TextType Capture::type() const {
  return reading_ == Reading::Flat || reading_ == Reading::Plain ? TextType::Plain
                                                                 : TextType::Html;
}

void Capture::append_cut(std::string_view piece) {
  if (cut_) return;
  const std::size_t room = kMaxFieldBytes - value_.size();
  value_.append(piece.substr(0, cut_between_characters(piece, room)));
  cut_ = true;
}

void Capture::append_escaped(std::string_view piece, std::string_view special) {
  std::size_t from = 0;
  for (;;) {
    const std::size_t at = piece.find_first_of(special, from);
    append(piece.substr(from, at - from));
    if (at == std::string_view::npos) return;
    append(markup_escape(piece[at]));
    from = at + 1;
  }
}

void Capture::turn_into_markup() {
  const std::string plain = std::move(value_);
  value_.clear();
  append_escaped(plain, kInText);
  reading_ = Reading::Markup;
}

}  // namespace collector
