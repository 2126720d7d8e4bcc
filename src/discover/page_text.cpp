#include "discover/page_text.h"

#include "core/text.h"
#include "parse/document_text.h"
#include "parse/encoding_labels.h"

#include <re2/re2.h>

#include <utility>

namespace collector {

namespace {

/// What <meta charset=…> or <meta content="text/html; charset=…"> says; empty when nothing.
std::string label_of_meta(std::string_view head) {
  static const RE2 kMeta(R"((?i)<meta\s[^>]*\bcharset\s*=\s*["']?\s*([^\s"'/>;]+))");
  std::string label;
  RE2::PartialMatch(head, kMeta, &label);
  return lower(label);
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
  DocumentText text;
  text.begin(std::move(encoding));
  text.watch(bytes);
  if (text.is_misnamed()) text.take_as_utf8();
  std::string mended;
  return std::string(text.whole(bytes, mended));
}

}  // namespace collector
