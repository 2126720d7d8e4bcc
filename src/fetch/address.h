// Which addresses may be reached: by default none that lies inside the user's own network, for
// a feed list is strangers' text.
#pragma once

#include "config/settings.h"

#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace collector {

/// Private, local or reserved (RFC 6890), also when wrapped in IPv6 (mapped, NAT64, 6to4). True
/// for anything that is neither IPv4 nor IPv6.
bool is_private_address(const sockaddr& address);

/// "127.0.0.1", "::1"; empty when it is neither IPv4 nor IPv6.
std::string address_text(const sockaddr& address);

/// Is `host` an address, written out, of this network? "192.168.0.0/16", "fd00::/8"; an address
/// alone is a network of one.
bool lies_in_network(std::string_view host, std::string_view network);

/// The user's decision on private addresses.
class AddressRules {
 public:
  explicit AddressRules(const Settings& settings);

  /// May a connection for `host` (as in the URL) go to `address`?
  [[nodiscard]] bool allow(std::string_view host, const sockaddr& address) const;

  /// The same where only the name is known, because a proxy makes the connection: refuses
  /// private addresses written out and "localhost".
  [[nodiscard]] bool allow_by_name(std::string_view host) const;

 private:
  [[nodiscard]] bool is_listed(std::string_view text) const;

  bool allow_all_;
  std::vector<std::string> allowed_;
};

}  // namespace collector
