#include "core/utf8.h"

#include "core/owned.h"
#include "core/text.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>
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

/// How many bytes at the beginning are ASCII.
std::size_t ascii_bytes(std::string_view text) {
  const auto is_other = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  return static_cast<std::size_t>(std::ranges::find_if(text, is_other) - text.begin());
}

std::size_t announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

struct Form {
  char32_t code;
  std::string_view ascii;
};

/// Of Chinese, Japanese and Arabic; what is full-width is told by its number.
constexpr auto kForms = std::to_array<Form>(
    {{U'\u060C', ","},      {U'\u061B', ";"},      {U'\u061F', "?"},      {U'\u066B', "."},
     {U'\u3000', " "},      {U'\u3001', ", "},     {U'\u3002', ". "},     {U'\u300A', "\u201C"},
     {U'\u300B', "\u201D"}, {U'\u300C', "\u201C"}, {U'\u300D', "\u201D"}, {U'\u300E', "\u201C"},
     {U'\u300F', "\u201D"}, {U'\u3010', "["},      {U'\u3011', "] "},     {U'\u3014', "["},
     {U'\u3015', "] "},     {U'\uFF01', "! "},     {U'\uFF08', " ("},     {U'\uFF09', ") "},
     {U'\uFF0C', ", "},     {U'\uFF1A', ": "},     {U'\uFF1B', "; "},     {U'\uFF1F', "? "},
     {U'\uFF3D', "] "}});

/// They turn a line round or say which way it runs (UAX #9), and are seen by nobody.
constexpr std::array kDirections{CharacterRange{0x61C, 0x61C}, CharacterRange{0x200E, 0x200F},
                                 CharacterRange{0x202A, 0x202E},
                                 CharacterRange{0x2066, 0x2069}};

constexpr std::array kWideSigns{CharacterRange{0x3000, 0x3004}, CharacterRange{0x3008, 0x3020},
                                CharacterRange{0x30FB, 0x30FB}, CharacterRange{0xFF01, 0xFF0F},
                                CharacterRange{0xFF1A, 0xFF20}, CharacterRange{0xFF3B, 0xFF40},
                                CharacterRange{0xFF5B, 0xFF65}};

using LineBreaks = std::unique_ptr<UBreakIterator, Releases<ubrk_close>>;
using BrokenText = std::unique_ptr<UText, Releases<utext_close>>;

/// The last place up to `max_bytes` where a line may end (UAX #14); 0 where there is none.
std::size_t last_line_break(std::string_view text, std::size_t max_bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const BrokenText utf8(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
  const LineBreaks breaks(ubrk_open(UBRK_LINE, "", nullptr, 0, &error));
  if (U_SUCCESS(error) != 0) ubrk_setUText(breaks.get(), utf8.get(), &error);
  if (U_FAILURE(error) != 0) return 0;
  const auto behind = static_cast<std::int32_t>(next_character(text, max_bytes));
  const std::int32_t found = ubrk_preceding(breaks.get(), behind);
  return found < 0 ? 0 : static_cast<std::size_t>(found);
}

std::string ascii_form(std::string_view character) {
  const char32_t code = code_point(character);
  const auto form = std::ranges::find(kForms, code, &Form::code);
  if (form != kForms.end()) return std::string(form->ascii);
  if (code >= 0xFF01 && code <= 0xFF5E) return {static_cast<char>(code - 0xFEE0)};
  if (is_in(kDirections, code)) return {};
  const int digit = u_charDigitValue(static_cast<UChar32>(code));
  return digit < 0 ? std::string(character) : std::to_string(digit);
}

}  // namespace

char32_t code_point(std::string_view character) {
  const unsigned char lead = byte_at(character, 0);
  if (character.size() == 1) return lead;
  char32_t code = lead & (0xFFU >> (character.size() + 1));
  for (std::size_t i = 1; i < character.size(); ++i)
    code = (code << 6U) | (byte_at(character, i) & 0x3FU);
  return code;
}

std::string to_utf8(char32_t code) {
  const bool is_character = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (!is_character) return std::string(kReplacement);
  const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
  const auto tail = [&](unsigned shift) { return byte(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0U | (code >> 6U)), tail(0)};
  if (code < 0x10000) return {byte(0xE0U | (code >> 12U)), tail(6), tail(0)};
  return {byte(0xF0U | (code >> 18U)), tail(12), tail(6), tail(0)};
}

std::string lower_utf8(std::string_view text) {
  std::size_t at = ascii_bytes(text);
  std::string small = lower(text.substr(0, at));
  while (at < text.size()) {
    const std::size_t length = std::max<std::size_t>(utf8_length(text, at), 1);
    const auto code = static_cast<UChar32>(code_point(text.substr(at, length)));
    small += length == 1 ? std::string(1, text[at])
                         : to_utf8(static_cast<char32_t>(u_tolower(code)));
    at += length;
    const std::size_t plain = ascii_bytes(text.substr(at));
    small += lower(text.substr(at, plain));
    at += plain;
  }
  return small;
}

bool begins_with_letter(std::string_view text) {
  const std::size_t length = text.empty() ? 0 : utf8_length(text, 0);
  return length > 0 && u_isalpha(static_cast<UChar32>(code_point(text.substr(0, length)))) != 0;
}

bool begins_with_capital(std::string_view text) {
  const std::string_view first = first_character(text);
  return lower_utf8(first) != first;
}

bool is_wide_sign(char32_t code) {
  return is_in(kWideSigns, code);
}

std::string in_ascii_forms(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    if (length > 1)
      plain += ascii_form(text.substr(at, length));
    else
      plain += text[at];
    at += std::max<std::size_t>(length, 1);
  }
  return plain;
}

int columns_of_character(char32_t code) {
  const auto character = static_cast<UChar32>(code);
  constexpr std::uint32_t kUnseen = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  constexpr char32_t kSoftHyphen = 0xAD;  // terminals show it
  if ((U_MASK(u_charType(character)) & kUnseen) != 0 && code != kSoftHyphen) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

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
  return ascii_bytes(text) == text.size();
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

std::size_t cut_between_words(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text.size();
  const std::size_t blank = text.rfind(' ', max_bytes);
  const std::size_t word = blank == std::string_view::npos ? 0 : blank;
  if (is_ascii(text.substr(word, max_bytes - word))) return word;
  std::size_t end = last_line_break(text, max_bytes);
  while (end > 0 && text[end - 1] == ' ')
    --end;
  return end;
}

bool has_c1(std::string_view text) {
  for (auto at = text.find('\xC2'); at != std::string_view::npos;
       at = text.find('\xC2', at + 1))
    if (at + 1 < text.size() && byte_at(text, at + 1) < 0xA0) return true;
  return false;
}

}  // namespace collector
