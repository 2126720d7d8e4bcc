#include "cli/json_writer.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace collector {

namespace {

constexpr std::size_t kBufferBytes = 64 * 1024;
constexpr std::size_t kPieceBytes = 4096;  // of a text, escaped at once
constexpr std::size_t kStride = 8;         // bytes looked at together
constexpr std::size_t kLongestEscape = 6;  // "\\u001f"

/// How far it is to the next byte of eight that needs an escape; 8 when there is none. Articles
/// are nearly all plain letters, so looking at eight at a time is what makes writing cheap.
/// (The trick of "Bit Twiddling Hacks", haszero: (v - 0x01…) & ~v & 0x80… marks the zero bytes
/// of v; only the lowest mark is exact, which is the one that counts.)
std::size_t plain_bytes(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighs = 0x8080808080808080U;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  const auto zeros = [](std::uint64_t v) { return (v - kOnes) & ~v & kHighs; };
  const std::uint64_t controls = (word - kOnes * 0x20U) & ~word & kHighs;
  const std::uint64_t marks =
      controls | zeros(word ^ (kOnes * '"')) | zeros(word ^ (kOnes * '\\'));
  return static_cast<std::size_t>(std::countr_zero(marks)) / 8;
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
      std::memcpy(to, "u00", 3);
      to[3] = kHex[static_cast<unsigned char>(c) >> 4U];
      to[4] = kHex[static_cast<unsigned char>(c) & 15U];
      return to + 5;
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

JsonWriter::JsonWriter(std::ostream& out)
    : out_(out), buffer_(std::make_unique<char[]>(kBufferBytes)) {}

JsonWriter::~JsonWriter() {
  flush();
}

/// Where `bytes` more may be written.
char* JsonWriter::room_for(std::size_t bytes) {
  if (kBufferBytes - used_ < bytes) flush();
  return buffer_.get() + used_;
}

void JsonWriter::append(std::string_view short_text) {
  std::memcpy(room_for(short_text.size()), short_text.data(), short_text.size());
  used_ += short_text.size();
}

void JsonWriter::append_escaped(std::string_view value) {
  while (!value.empty()) {
    const std::string_view piece = value.substr(0, kPieceBytes);
    char* to = room_for(kLongestEscape * piece.size() + kStride);
    used_ += static_cast<std::size_t>(write_escaped(to, piece) - to);
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
  flush();
}

void JsonWriter::flush() {
  out_.write(buffer_.get(), static_cast<std::streamsize>(used_));
  used_ = 0;
}

}  // namespace collector
