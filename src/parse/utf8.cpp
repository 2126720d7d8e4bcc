#include "parse/utf8.h"

#include <algorithm>
#include <utility>

namespace collector {

namespace {

/// Lowest and highest second byte after `lead`, which keeps out overlong forms, surrogates and
/// what lies beyond U+10FFFF (Unicode, table 3-7).
bool second_byte_fits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return second >= 0x80 && second <= 0xBF;
  }
}

std::size_t announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

}  // namespace

bool is_utf8(std::string_view text) {
  Utf8Check check;
  check.push(text);
  return check.passed();
}

void Utf8Check::push(std::string_view bytes) {
  std::string joined;
  if (!rest_.empty()) bytes = joined = std::exchange(rest_, {}).append(bytes);
  for (std::size_t at = 0; valid_ && at < bytes.size();) {
    const std::size_t length = utf8_length(bytes, at);
    if (length == 0 && at + announced_length(byte_at(bytes, at)) > bytes.size()) {
      rest_ = bytes.substr(at);
      return;
    }
    valid_ = length > 0;
    beyond_ascii_ += length > 1 ? 1 : 0;
    at += length;
  }
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    valid.append(length == 0 ? kReplacement : text.substr(at, length));
    at += std::max<std::size_t>(length, 1);
  }
  return valid;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return byte_at(text, at + i); };
  const std::size_t length = announced_length(byte(0));
  if (length <= 1) return length;
  if (at + length > text.size() || !second_byte_fits(byte(0), byte(1))) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
  return length;
}

}  // namespace collector
