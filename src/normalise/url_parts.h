// A URL taken apart and put together again (RFC 3986 appendix B and section 5.3). Views into
// the text that was given; nothing is decoded.
#pragma once

#include <string>
#include <string_view>

namespace collector {

struct UrlParts {
  std::string_view scheme;     // without ":"
  std::string_view authority;  // without "//"
  std::string_view path;
  std::string_view query;     // without "?"
  std::string_view fragment;  // without "#"
  bool has_authority = false;
  bool has_query = false;
  bool has_fragment = false;

  /// The authority without user and port.
  [[nodiscard]] std::string_view host() const;
  /// Empty when none is given.
  [[nodiscard]] std::string_view port() const;
  /// http or https, with a host.
  [[nodiscard]] bool is_web() const;
  [[nodiscard]] std::string text() const;
};

/// False for blanks, control characters and what else no URL holds as it is (RFC 3986 appendix
/// A); true for what is not ASCII.
constexpr bool may_stand_in_url(char c) {
  switch (c) {
    case '"':
    case '<':
    case '>':
    case '\\':
    case '^':
    case '`':
    case '{':
    case '|':
    case '}':
    case '\x7f':
      return false;
    default:
      return static_cast<unsigned char>(c) > 0x20;
  }
}

UrlParts split_url(std::string_view url);

/// `path` without "." and ".." (RFC 3986 section 5.2.4).
std::string remove_dot_segments(std::string_view path);

/// `url` without the white space and control characters round it. Browsers drop line breaks and
/// tabs inside as well, so "java\nscript:" is a scheme: they are dropped here too.
std::string trim_url(std::string_view url);

}  // namespace collector
