#include "config/listen.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>

namespace collector {

namespace {

bool is_address(int family, const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> ignored{};
  return inet_pton(family, text.c_str(), ignored.data()) == 1;
}

std::optional<std::uint16_t> read_port(std::string_view text) {
  std::uint16_t port = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, port);
  if (text.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return port;
}

}  // namespace

bool is_numeric_address(const std::string& text) {
  return is_address(AF_INET, text) || is_address(AF_INET6, text);
}

std::optional<ListenAddress> parse_listen_address(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto port = read_port(text.substr(colon + 1));
  std::string_view host = text.substr(0, colon);
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  const std::string address(host == "localhost" ? "127.0.0.1" : host);
  if (!port || !is_address(bracketed ? AF_INET6 : AF_INET, address)) return std::nullopt;
  return ListenAddress{address, *port};
}

bool is_loopback(const std::string& address) {
  return address == "::1" || (address.starts_with("127.") && is_address(AF_INET, address));
}

}  // namespace collector
