// URLs as RFC 3986 has them: taken apart, put together, resolved; and what the program asks of
// addresses that people write and lists bring.
#pragma once

#include "core/text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// Views into the text that was given; nothing is decoded.
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

/// Stands for itself (RFC 3986 section 2.3).
constexpr bool is_unreserved(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// RFC 3986 appendix B.
UrlParts split_url(std::string_view url);

/// `reference` seen from `base` (RFC 3986 section 5), which may be relative itself and then
/// gives a relative one. Without a base, or from one such as "urn:uuid:1", it comes back
/// unchanged. Never throws.
std::string resolve_url(std::string_view base, std::string_view reference);

/// `path` without "." and ".." (RFC 3986 section 5.2.4).
std::string remove_dot_segments(std::string_view path);

/// `url` without the white space and control characters round it. Browsers drop line breaks and
/// tabs inside as well, so "java\nscript:" is a scheme: they are dropped here too.
std::string trim_url(std::string_view url);

/// Lower-case host without port, "" when there is none.
std::string host_of(std::string_view url);

/// The same without "www.", which makes no other site.
std::string bare_host(std::string_view url);

/// True for an absolute URL whose scheme is http or https.
bool is_web_url(std::string_view url);

/// True when nothing follows the host, or a slash alone: the first page of a site.
bool is_front_page(std::string_view url);

/// What stands between the slashes of a path, where there is anything.
std::vector<std::string> path_segments(std::string_view path);

/// The byte that "%41" stands for; -1 where `text` has none at `at`.
int encoded_byte(std::string_view text, std::size_t at);

/// `text` with the bytes for which "%41" and its like stand.
std::string percent_decoded(std::string_view text);

void append_encoded(std::string& out, char c);

/// An address from its host on: "quay.example/landing".
constexpr std::string_view without_scheme(std::string_view url) {
  const std::size_t scheme = url.find("://");
  return scheme == std::string_view::npos ? url : url.substr(scheme + 3);
}

/// A host, or an address from its host on, without "www.".
constexpr std::string_view without_www(std::string_view address) {
  constexpr std::string_view kUsual = "www.";
  return address.starts_with(kUsual) ? address.substr(kUsual.size()) : address;
}

/// What `text` would have to be, and is not, before the program asks there: "an address without
/// spaces …". Empty: it is that.
std::string wanted_address(std::string_view text);

/// `text` with %20 for its spaces, as browsers ask for such an address.
std::string with_encoded_spaces(std::string_view text);

}  // namespace collector
