#include "cli/json_writer.h"

#include <cstring>

namespace collector {

namespace {

constexpr std::size_t kFlushBytes = 64 * 1024;

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// True when one of eight bytes needs an escape. Articles are nearly all plain letters, so
/// looking at eight at a time is what makes writing cheap. (The trick of "Bit Twiddling
/// Hacks", haszero: (v - 0x01…) & ~v & 0x80… marks the zero bytes of v.)
bool any_needs_escape(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighs = 0x8080808080808080U;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const auto has_zero = [](std::uint64_t v) { return (v - kOnes) & ~v & kHighs; };
  const std::uint64_t controls = (word - kOnes * 0x20U) & ~word & kHighs;
  return (controls | has_zero(word ^ (kOnes * '"')) | has_zero(word ^ (kOnes * '\\'))) != 0;
}

/// Index of the next byte from `at` on that needs an escape.
std::size_t next_escape(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size() && !any_needs_escape(text.data() + at))
    at += 8;
  while (at < text.size() && !needs_escape(text[at]))
    ++at;
  return at;
}

}  // namespace

JsonWriter::JsonWriter(std::ostream& out) : out_(out) {
  buffer_.reserve(2 * kFlushBytes);
}

JsonWriter::~JsonWriter() {
  flush();
}

void JsonWriter::separate() {
  if (!first_) buffer_ += ',';
  first_ = false;
}

void JsonWriter::open(char bracket) {
  separate();
  buffer_ += bracket;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  buffer_ += bracket;
  first_ = false;
  if (buffer_.size() >= kFlushBytes) flush();
}

void JsonWriter::key(std::string_view name) {
  separate();
  buffer_ += '"';
  buffer_ += name;
  buffer_ += "\":";
  first_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  buffer_ += '"';
  append_escaped(value);
  buffer_ += '"';
}

void JsonWriter::number(std::int64_t value) {
  separate();
  buffer_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  separate();
  buffer_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  buffer_ += "null";
}

void JsonWriter::text_or_null(std::string_view value) {
  if (value.empty()) {
    null();
  } else {
    text(value);
  }
}

void JsonWriter::append_escaped(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  for (std::size_t from = 0;;) {
    const std::size_t at = next_escape(value, from);
    buffer_.append(value, from, at - from);
    if (at == value.size()) return;
    const char c = value[at];
    buffer_ += '\\';
    if (c == '\n') {
      buffer_ += 'n';
    } else if (c == '\t') {
      buffer_ += 't';
    } else if (static_cast<unsigned char>(c) < 0x20) {
      buffer_ += "u00";
      buffer_ += kHex[static_cast<unsigned char>(c) >> 4U];
      buffer_ += kHex[static_cast<unsigned char>(c) & 15U];
    } else {
      buffer_ += c;
    }
    from = at + 1;
  }
}

void JsonWriter::end_line() {
  buffer_ += '\n';
  first_ = true;
  flush();
}

void JsonWriter::flush() {
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
}

}  // namespace collector
