#include "cli/json_writer.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string>

namespace collector {

namespace {

constexpr std::size_t kPieceBytes = 4096;  // of a text, escaped at once
constexpr std::size_t kStride = 16;        // bytes looked at together
constexpr std::size_t kLongestEscape = 6;  // "\\u001f"
static_assert(kLongestEscape * kPieceBytes + kStride <= HeldText::kMostRoom);

using Bytes [[gnu::vector_size(kStride)]] = unsigned char;
using Halves [[gnu::vector_size(kStride)]] = std::uint64_t;

/// How far it is to the first byte that is not zero.
std::size_t zero_bytes(std::uint64_t word) {
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return static_cast<std::size_t>(std::countr_zero(word)) / 8;
}

/// How far it is to the next byte that needs an escape; kStride when there is none among the
/// next. Articles are nearly all plain letters, so looking at many at a time is what makes
/// writing cheap.
std::size_t plain_bytes(const char* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, kStride);
  const auto marks = (Halves)((bytes < 0x20) | (bytes == '"') | (bytes == '\\'));
  const std::size_t plain = zero_bytes(marks[0]);
  return plain < kStride / 2 ? plain : plain + zero_bytes(marks[1]);
}

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// Writes the escape of `c`; gives back where the next byte goes.
char* write_escape(char* to, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  *to++ = '\\';
  switch (c) {
    case '\n':
      *to++ = 'n';
      return to;
    case '\t':
      *to++ = 't';
      return to;
    case '"':
    case '\\':
      *to++ = c;
      return to;
    default:
      to = std::copy_n("u00", 3, to);
      *to++ = kHex[static_cast<unsigned char>(c) >> 4U];
      *to++ = kHex[static_cast<unsigned char>(c) & 15U];
      return to;
  }
}

/// Writes `value` with its escapes to `to`, which has room for kLongestEscape times as much.
char* write_escaped(char* to, std::string_view value) {
  const char* from = value.data();
  const char* end = from + value.size();
  while (end - from >= static_cast<std::ptrdiff_t>(kStride)) {
    std::memcpy(to, from, kStride);  // what is too much is written over
    const std::size_t plain = plain_bytes(from);
    from += plain;
    to += plain;
    if (plain < kStride) to = write_escape(to, *from++);
  }
  for (; from != end; ++from) {
    if (needs_escape(*from)) {
      to = write_escape(to, *from);
    } else {
      *to++ = *from;
    }
  }
  return to;
}

}  // namespace

void JsonWriter::append(std::string_view short_text) {
  char* const to = out_.room_for(short_text.size());
  std::memcpy(to, short_text.data(), short_text.size());
  out_.end_at(to + short_text.size());
}

void JsonWriter::append_escaped(std::string_view value) {
  while (!value.empty()) {
    const std::string_view piece = value.substr(0, kPieceBytes);
    char* const to = out_.room_for(kLongestEscape * piece.size() + kStride);
    out_.end_at(write_escaped(to, piece));
    value.remove_prefix(piece.size());
  }
}

void JsonWriter::separate() {
  if (!first_) append(",");
  first_ = false;
}

void JsonWriter::open(char bracket) {
  separate();
  append({&bracket, 1});
  first_ = true;
}

void JsonWriter::close(char bracket) {
  append({&bracket, 1});
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append("\"");
  append(name);
  append("\":");
  first_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  append("\"");
  append_escaped(value);
  append("\"");
}

void JsonWriter::number(std::int64_t value) {
  separate();
  append(std::to_string(value));
}

void JsonWriter::boolean(bool value) {
  separate();
  append(value ? "true" : "false");
}

void JsonWriter::null() {
  separate();
  append("null");
}

void JsonWriter::text_or_null(std::string_view value) {
  if (value.empty()) {
    null();
  } else {
    text(value);
  }
}

void JsonWriter::end_line() {
  append("\n");
  first_ = true;
}

}  // namespace collector
