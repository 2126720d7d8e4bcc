#include "parse/encoding.h"

#include "core/text.h"
#include "core/utf8.h"
#include "parse/encoding_labels.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace collector {

namespace {

constexpr std::size_t kTellingCharacters = 8;
constexpr std::string_view kSpace = " \t\r\n";

/// The value that follows `key`, a "=" and perhaps a quote; empty when there is none.
std::string value_after(const std::string& lower, std::string_view key) {
  std::size_t at = lower.find(key);
  if (at == std::string::npos) return {};
  at = lower.find_first_not_of(kSpace, at + key.size());
  if (at == std::string::npos || lower[at] != '=') return {};
  at = lower.find_first_not_of(" \t\r\n'\"", at + 1);
  if (at == std::string::npos) return {};
  return lower.substr(at, lower.find_first_of(" \t\r\n'\";,?>", at) - at);
}

std::string declared_in_header(std::string_view content_type) {
  return value_after(lower(content_type), "charset");
}

std::string declared_in_xml(std::string_view head) {
  const std::size_t start = head.find("<?xml");
  if (start == std::string_view::npos) return {};
  const std::size_t end = head.find("?>", start);
  if (end == std::string_view::npos) return {};
  return value_after(lower(head.substr(start, end - start)), "encoding");
}

struct Mark {
  std::string_view bytes;
  std::string_view name;
  bool is_mark;  // else it is "<" or "{" as the first character of such a document
};

using namespace std::string_view_literals;

// Longer ones first: the mark of UTF-16LE also begins that of UTF-32LE.
constexpr std::array<Mark, 13> kMarks = {{
    {"\xEF\xBB\xBF"sv, "utf-8", true},
    {"\xFF\xFE\0\0"sv, "utf-32le", true},
    {"\0\0\xFE\xFF"sv, "utf-32be", true},
    {"\xFF\xFE"sv, "utf-16le", true},
    {"\xFE\xFF"sv, "utf-16be", true},
    {"<\0\0\0"sv, "utf-32le", false},
    {"\0\0\0<"sv, "utf-32be", false},
    {"{\0\0\0"sv, "utf-32le", false},
    {"\0\0\0{"sv, "utf-32be", false},
    {"<\0"sv, "utf-16le", false},
    {"\0<"sv, "utf-16be", false},
    {"{\0"sv, "utf-16le", false},
    {"\0{"sv, "utf-16be", false},
}};

std::optional<Encoding> encoding_by_bytes(std::string_view head) {
  for (const Mark& mark : kMarks) {
    if (head.substr(0, mark.bytes.size()) != mark.bytes) continue;
    Encoding encoding;
    encoding.name = mark.name;
    if (mark.name != "utf-8") encoding.converter = mark.name;
    encoding.mark = mark.is_mark ? mark.bytes.size() : 0;
    return encoding;
  }
  return std::nullopt;
}

}  // namespace

Encoding detect_encoding(std::string_view head, std::string_view content_type) {
  if (const auto seen = encoding_by_bytes(head)) return *seen;
  const std::string declared = declared_in_xml(head);
  for (const std::string& label : {declared_in_header(content_type), declared}) {
    if (auto known = encoding_of_label(label)) {
      known->declared = declared;
      return *known;
    }
  }
  return {};
}

bool is_utf8_all_the_same(const Utf8Check& check, const Encoding& declared) {
  // Of windows-1252 it would be words like "CafÃ©"; elsewhere two letters may by chance look
  // like one of UTF-8's, as those of "Лё" in windows-1251 do, but not all of a text.
  const std::size_t enough = declared.converter == "windows-1252" ? 1 : kTellingCharacters;
  return check.passed() && check.beyond_ascii() >= enough;
}

bool mend_utf8(std::string& text, Encoding& encoding) {
  std::size_t characters = 0;
  std::size_t bad_bytes = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    characters += length > 1 ? 1 : 0;
    bad_bytes += length == 0 ? 1 : 0;
    at += std::max<std::size_t>(length, 1);
  }
  if (bad_bytes == 0) return false;
  if (characters >= bad_bytes) {
    text = valid_utf8(text);
    return true;
  }
  const std::string declared = std::exchange(encoding.declared, {});
  encoding = encoding_of_label(declared).value_or(encoding);
  if (encoding.is_utf8()) encoding.name = encoding.converter = "windows-1252";
  text = Decoder(encoding).decode(text, Decoder::More::Last);
  return true;
}

}  // namespace collector
