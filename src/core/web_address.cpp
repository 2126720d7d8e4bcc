#include "core/web_address.h"

#include "core/text.h"

#include <algorithm>

namespace collector {

namespace {

bool starts_with_scheme(std::string_view text, std::string_view scheme) {
  // A host has at least one character that ends neither it nor the address.
  return equal_ignoring_case(text.substr(0, scheme.size()), scheme) &&
         text.size() > scheme.size() &&
         std::string_view{"/?#:"}.find(text[scheme.size()]) == std::string_view::npos;
}

}  // namespace

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
