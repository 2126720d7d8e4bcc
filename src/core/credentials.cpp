#include "core/credentials.h"

#include "core/text.h"

#include <algorithm>

namespace collector {

namespace {

constexpr std::string_view kAuthorityEnds = "/?#\\ \t\r\n\"'<>";
constexpr std::size_t kPortDigits = 5;

/// What follows the host can be no port: it begins a password that has a sign in it which
/// should have been escaped ("https://user:pa/ss@host/").
bool has_broken_port(std::string_view authority) {
  const std::size_t host_end = authority.starts_with('[') ? authority.find(']') : 0;
  const std::size_t colon = authority.find(':', host_end);
  if (colon == std::string_view::npos) return false;
  const std::string_view port = authority.substr(colon + 1);
  return port.size() > kPortDigits || !std::ranges::all_of(port, is_digit);
}

/// Where, behind "://", the "@" of user and password stands.
std::size_t find_at(std::string_view text) {
  const std::string_view authority = text.substr(0, text.find_first_of(kAuthorityEnds));
  const std::size_t at = authority.rfind('@');
  if (at != std::string_view::npos || !has_broken_port(authority)) return at;
  const auto word_end = std::ranges::find_if(text, is_space);
  return std::string_view(text.begin(), word_end).rfind('@');
}

}  // namespace

std::string mask_credentials(std::string_view text) {
  std::string masked;
  while (true) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos) return masked.append(text);
    masked.append(text.substr(0, scheme + 3));
    text.remove_prefix(scheme + 3);
    const std::size_t at = find_at(text);
    if (at == std::string_view::npos) continue;
    masked.append("***");
    text.remove_prefix(at);
  }
}

}  // namespace collector
