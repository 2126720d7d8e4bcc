// Addresses to listen on: "127.0.0.1:8080", "[::1]:8080", "localhost:8080".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace collector {

struct ListenAddress {
  std::string address;     // numeric, without brackets
  std::uint16_t port = 0;  // 0: any that is free
};

/// Nothing when `text` is no numeric address (or "localhost") with a port.
std::optional<ListenAddress> parse_listen_address(std::string_view text);

/// Does `text` write an address in numbers, version 4 or 6?
bool is_numeric_address(const std::string& text);

/// Can only this machine reach `address`?
bool is_loopback(const std::string& address);

}  // namespace collector
