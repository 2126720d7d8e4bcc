#include "core/url.h"

#include "core/text.h"

#include <algorithm>

namespace collector {
namespace {

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

/// Cuts `text` at the first of `kMarks`; returns what stood before it.
template <char... kMarks>
std::string_view cut_before(std::string_view& text) {
  const std::string_view head = before_any<kMarks...>(text);
  text.remove_prefix(head.size());
  return head;
}

std::string_view without_user(std::string_view authority) {
  const auto at = authority.rfind('@');
  return at == std::string_view::npos ? authority : authority.substr(at + 1);
}

/// Where the port's colon stands; the colons of an IPv6 address are inside brackets.
std::size_t port_colon(std::string_view host_and_port) {
  const auto bracket = host_and_port.find(']');
  return host_and_port.find(':', bracket == std::string_view::npos ? 0 : bracket);
}

/// RFC 3986 section 5.2.3.
std::string merge_paths(const UrlParts& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) {
    return "/" + std::string(path);
  }
  const auto slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1))
      .append(path);
}

/// The path in RFC 3986 section 5.2.2. Below a relative base its dots stay: what lies above is
/// not known yet, and "./a:b" without them would have a scheme.
std::string path_from(const UrlParts& base, const UrlParts& target) {
  if (!target.has_authority && target.path.empty()) return std::string(base.path);
  const bool whole = target.has_authority || target.path.starts_with('/');
  std::string path = whole ? std::string(target.path) : merge_paths(base, target.path);
  return path.starts_with('/') ? remove_dot_segments(path) : path;
}

/// "urn:uuid:1": nothing lies beside it.
bool is_opaque(const UrlParts& url) {
  return !url.scheme.empty() && !url.has_authority && !url.path.starts_with('/');
}

bool starts_with_scheme(std::string_view text, std::string_view scheme) {
  // A host has at least one character that ends neither it nor the address.
  return starts_ignoring_case(text, scheme) && text.size() > scheme.size() &&
         std::string_view{"/?#:"}.find(text[scheme.size()]) == std::string_view::npos;
}

}  // namespace

std::string_view UrlParts::host() const {
  const std::string_view rest = without_user(authority);
  return rest.substr(0, port_colon(rest));
}

std::string_view UrlParts::port() const {
  const std::string_view rest = without_user(authority);
  const auto colon = port_colon(rest);
  return colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
}

bool UrlParts::is_web() const {
  return (equal_ignoring_case(scheme, "https") || equal_ignoring_case(scheme, "http")) &&
         !host().empty() && std::ranges::all_of(authority, may_stand_in_url);
}

std::string UrlParts::text() const {
  std::string url;
  url.reserve(scheme.size() + authority.size() + path.size() + query.size() + fragment.size() +
              5);
  if (!scheme.empty()) {
    url.append(scheme).append(":");
  }
  if (has_authority) {
    url.append("//").append(authority);
  }
  // Two slashes would begin an authority.
  url.append(!has_authority && path.starts_with("//") ? "/." : "").append(path);
  if (has_query) {
    url.append("?").append(query);
  }
  if (has_fragment) {
    url.append("#").append(fragment);
  }
  return url;
}

UrlParts split_url(std::string_view url) {
  UrlParts parts;
  const std::string_view head = before_any<':', '/', '?', '#'>(url);
  if (head.size() < url.size() && url[head.size()] == ':' && is_scheme(head)) {
    parts.scheme = head;
    url.remove_prefix(head.size() + 1);
  }
  if (url.starts_with("//")) {
    url.remove_prefix(2);
    parts.has_authority = true;
    parts.authority = cut_before<'/', '?', '#'>(url);
  }
  parts.path = cut_before<'?', '#'>(url);
  if (url.starts_with('?')) {
    url.remove_prefix(1);
    parts.has_query = true;
    parts.query = cut_before<'#'>(url);
  }
  if (url.starts_with('#')) {
    parts.has_fragment = true;
    parts.fragment = url.substr(1);
  }
  return parts;
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  std::string trimmed = trim_url(reference);
  UrlParts target = split_url(trimmed);
  const UrlParts from = split_url(base);
  if (base.empty() || is_opaque(from) || !target.scheme.empty()) return trimmed;
  const std::string path = path_from(from, target);
  if (!target.has_authority && target.path.empty() && !target.has_query) {
    target.has_query = from.has_query;
    target.query = from.query;
  }
  if (!target.has_authority) {
    target.has_authority = from.has_authority;
    target.authority = from.authority;
  }
  target.scheme = from.scheme;
  target.path = path;
  return target.text();
}

std::string remove_dot_segments(std::string_view path) {
  std::string result;
  result.reserve(path.size());
  std::size_t at = 0;
  while (at < path.size()) {
    const std::size_t end = std::min(path.find('/', at + 1), path.size());
    const std::string_view segment = path.substr(at, end - at);
    const std::string_view name = segment.substr(segment.starts_with('/') ? 1 : 0);
    const bool is_last = end == path.size();
    if (name == "..") {
      result.resize(std::min(result.rfind('/'), result.size()));
    } else if (name != ".") {
      result += segment;
    }
    if (is_last && (name == "." || name == "..")) {
      result += '/';
    }
    at = end;
  }
  return result;
}

std::string trim_url(std::string_view url) {
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!url.empty() && is_blank(url.front())) {
    url.remove_prefix(1);
  }
  while (!url.empty() && is_blank(url.back())) {
    url.remove_suffix(1);
  }
  std::string trimmed(url);
  std::erase_if(trimmed, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return trimmed;
}

std::string host_of(std::string_view url) {
  return lower(split_url(url).host());
}

std::string bare_host(std::string_view url) {
  return std::string(without_www(host_of(url)));
}

bool is_web_url(std::string_view url) {
  return split_url(url).is_web();
}

bool is_front_page(std::string_view url) {
  const UrlParts parts = split_url(url);
  return parts.has_authority && parts.path.size() <= 1 && !parts.has_query &&
         !parts.has_fragment;
}

std::vector<std::string> path_segments(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    const std::string_view segment = before_any<'/'>(path);
    if (!segment.empty()) segments.emplace_back(segment);
    path.remove_prefix(std::min(segment.size() + 1, path.size()));
  }
  return segments;
}

int encoded_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return -1;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int byte = encoded_byte(text, at);
    decoded += byte < 0 ? text[at] : static_cast<char>(byte);
    if (byte >= 0) at += 2;
  }
  return decoded;
}

void append_encoded(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out.append({'%', kHex[byte >> 4U], kHex[byte & 0xFU]});
}

std::string wanted_address(std::string_view text) {
  if (!starts_with_scheme(text, "https://") && !starts_with_scheme(text, "http://"))
    return "an address that begins with https:// or http:// and a host";
  if (std::ranges::any_of(text, is_control)) return "an address without control characters";
  if (text.find(' ') != std::string_view::npos)
    return "an address without spaces (%20 stands for one)";
  return {};
}

std::string with_encoded_spaces(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    if (c == ' ') {
      encoded += "%20";
    } else {
      encoded += c;
    }
  }
  return encoded;
}

}  // namespace collector
