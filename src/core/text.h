// ASCII as feeds, headers, URLs and markup use it: no locale, and bytes above 0x7F are left
// alone.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace collector {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The same of all scripts: what is more than ASCII in UTF-8 is taken for a letter.
constexpr bool is_word_letter(char c) {
  return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Blank, tab, line feed, vertical tab, form feed or carriage return.
constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// What no line of text holds: below blank, or delete.
constexpr bool is_control(char c) {
  return (c >= '\0' && c < ' ') || c == '\x7f';
}

/// Of a hexadecimal digit; -1 for all else.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    c = lower(c);
  return out;
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

constexpr bool starts_ignoring_case(std::string_view text, std::string_view start) {
  return equal_ignoring_case(text.substr(0, start.size()), start);
}

constexpr bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <typename Parts>
constexpr bool contains_any(std::string_view text, const Parts& parts) {
  for (const std::string_view part : parts) {
    if (contains(text, part)) return true;
  }
  return false;
}

/// How XML and HTML write `c` where it would be markup: "&amp;" for "&"; empty for all else.
constexpr std::string_view markup_escape(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

/// True when nothing but white space is in it, or nothing at all.
constexpr bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_space);
}

/// Without the white space around it; a part of `text`, so its owner must live on.
constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_space(text.back()))
    text.remove_suffix(1);
  return text;
}

/// What stands before the first of `kMarks`, which are few; all of it where there is none.
/// (find_first_of would call memchr for each letter.)
template <char... kMarks>
constexpr std::string_view before_any(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && ((text[end] != kMarks) && ...))
    ++end;
  return text.substr(0, end);
}

/// Is `token` one of those in `list`, which white space parts? Capitals count as small letters,
/// as in the rel of HTML.
constexpr bool has_token(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    const std::string_view next = before_any<' ', '\t', '\n', '\f', '\r'>(list);
    if (!next.empty() && equal_ignoring_case(next, token)) return true;
    list.remove_prefix(std::min(next.size() + 1, list.size()));
  }
  return false;
}

/// The first line of `text`, which loses it, without its line feed; all of it where there is
/// none.
constexpr std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// A line without the carriage return that it has on Windows.
constexpr std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace collector
