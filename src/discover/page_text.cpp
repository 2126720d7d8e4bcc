#include "discover/page_text.h"

#include "core/text.h"
#include "parse/encoding.h"
#include "parse/encoding_labels.h"

namespace collector {

namespace {

/// What <meta charset=…> or <meta content="text/html; charset=…"> says; empty when nothing.
std::string label_of_meta(std::string_view head) {
  const std::string text = lower(head);
  const std::size_t meta = text.find("<meta");
  const std::size_t charset = meta == std::string::npos ? meta : text.find("charset", meta);
  if (charset == std::string::npos) return {};
  const std::size_t begin = text.find_first_not_of(" \t\r\n=\"'", charset + 7);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_first_of(" \t\r\n;\"'/>", begin) - begin);
}

}  // namespace

std::string page_text(std::string_view bytes, std::string_view content_type) {
  const std::string_view head = bytes.substr(0, kHeadBytes);
  Encoding encoding = detect_encoding(head, content_type);
  const bool said =
      encoding.mark > 0 || lower(content_type).find("charset") != std::string::npos;
  if (!said && encoding.is_utf8()) {
    if (const auto meta = encoding_of_label(label_of_meta(head))) encoding = *meta;
  }
  bytes.remove_prefix(encoding.mark);
  if (!encoding.is_utf8()) return Decoder(encoding).decode(bytes, Decoder::More::Last);
  std::string text(bytes);
  mend_utf8(text, encoding.name);
  return text;
}

}  // namespace collector
