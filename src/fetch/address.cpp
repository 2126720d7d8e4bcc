#include "fetch/address.h"

#include "core/text.h"
#include "fetch/web_url.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>
#include <optional>
#include <span>
#include <sys/socket.h>
#include <system_error>

namespace collector {
namespace {

using Bytes = std::span<const std::uint8_t>;

struct Range {
  std::array<std::uint8_t, 16> prefix;
  int bits;
};

/// The special-purpose registries of IANA, less what is global.
constexpr Range kPrivateV4[] = {
    {{0}, 8},              // this network
    {{10}, 8},             // private use
    {{100, 64}, 10},       // behind a provider's NAT
    {{127}, 8},            // loopback
    {{169, 254}, 16},      // link-local; clouds keep their secrets there
    {{172, 16}, 12},       // private use
    {{192, 0, 0}, 24},     // protocol assignments
    {{192, 0, 2}, 24},     // documentation
    {{192, 88, 99}, 24},   // 6to4 relays
    {{192, 168}, 16},      // private use
    {{198, 18}, 15},       // benchmarks
    {{198, 51, 100}, 24},  // documentation
    {{203, 0, 113}, 24},   // documentation
    {{224}, 3},            // multicast, reserved, broadcast
};

constexpr Range kPrivateV6[] = {
    {{}, 96},                              // unspecified, loopback, v4-compatible
    {{0x00, 0x64, 0xff, 0x9b, 0, 1}, 48},  // a site's own NAT64
    {{0x01, 0x00}, 64},                    // discard
    {{0x20, 0x01, 0x00, 0x00}, 23},        // Teredo and other protocol assignments
    {{0x20, 0x01, 0x0d, 0xb8}, 32},        // documentation
    {{0x20, 0x02}, 16},                    // 6to4
    {{0xfc, 0x00}, 7},                     // unique local
    {{0xfe, 0x80}, 10},                    // link-local
    {{0xfe, 0xc0}, 10},                    // site-local
    {{0xff, 0x00}, 8},                     // multicast
};

/// IPv6 ranges whose last four bytes are an IPv4 address, which then decides: v4-mapped ones,
/// and the public NAT64 prefix, through which networks without IPv4 reach everything.
constexpr Range kWrappedV4[] = {
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96},
    {{0x00, 0x64, 0xff, 0x9b}, 96},
};

/// True when the first `bits` of both are the same.
bool share_prefix(Bytes address, Bytes prefix, int bits) {
  for (int bit = 0; bit < bits; bit += 8) {
    const int used = std::min(8, bits - bit);
    const auto mask = static_cast<std::uint8_t>(0xff << (8 - used));
    const auto byte = static_cast<std::size_t>(bit / 8);
    if (((address[byte] ^ prefix[byte]) & mask) != 0) return false;
  }
  return true;
}

bool lies_in_any(Bytes address, std::span<const Range> ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    return share_prefix(address, range.prefix, range.bits);
  });
}

bool is_private(Bytes address) {
  if (address.size() == 4) return lies_in_any(address, kPrivateV4);
  if (lies_in_any(address, kWrappedV4)) return lies_in_any(address.subspan(12), kPrivateV4);
  return lies_in_any(address, kPrivateV6);
}

/// The bytes inside a socket address, in network order.
Bytes bytes_of(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
    return {reinterpret_cast<const std::uint8_t*>(&v4.sin_addr), 4};
  }
  if (address.sa_family == AF_INET6) {
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);
    return {reinterpret_cast<const std::uint8_t*>(&v6.sin6_addr), 16};
  }
  return {};
}

std::string without_brackets(const std::string& host) {
  return host.size() > 2 && host.front() == '[' ? host.substr(1, host.size() - 2) : host;
}

/// An address as it is written out, in network order.
struct WrittenAddress {
  std::array<std::uint8_t, 16> bytes{};
  int family = AF_UNSPEC;

  [[nodiscard]] Bytes used() const { return Bytes{bytes}.first(family == AF_INET ? 4 : 16); }
};

std::optional<WrittenAddress> read_address(std::string_view text) {
  const std::string bare = without_brackets(std::string{text});
  for (const int family : {AF_INET, AF_INET6}) {
    WrittenAddress address{.family = family};
    if (inet_pton(family, bare.c_str(), address.bytes.data()) == 1) return address;
  }
  return {};
}

/// The same in whatever spelling a look-up takes for one: also "127.1" and "0x7f000001".
std::optional<WrittenAddress> read_any_spelling(std::string_view host) {
  in_addr v4{};
  if (inet_aton(std::string{host}.c_str(), &v4) == 0) return read_address(host);
  WrittenAddress address{.family = AF_INET};
  std::memcpy(address.bytes.data(), &v4, sizeof v4);
  return address;
}

/// An address in its usual spelling, so that "::0:1" and "::1" are the same; names in lower
/// case, without the dot of the root.
std::string usual_spelling(std::string_view text) {
  char buffer[INET6_ADDRSTRLEN];
  text = without_final_dot(text);
  const std::optional<WrittenAddress> address = read_address(text);
  if (!address) return lower(text);
  return inet_ntop(address->family, address->bytes.data(), buffer, sizeof buffer);
}

/// The length of a network's prefix, 0 to `most`; nothing when `text` is none.
std::optional<int> read_prefix_length(std::string_view text, int most) {
  int bits = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return bits >= 0 && bits <= most ? std::optional{bits} : std::nullopt;
}

}  // namespace

bool is_private_address(const sockaddr& address) {
  const Bytes bytes = bytes_of(address);
  return bytes.empty() || is_private(bytes);
}

std::string address_text(const sockaddr& address) {
  char buffer[INET6_ADDRSTRLEN];
  const Bytes bytes = bytes_of(address);
  if (bytes.empty()) return {};
  return inet_ntop(address.sa_family, bytes.data(), buffer, sizeof buffer);
}

AddressRules::AddressRules(const Settings& settings)
    : allow_all_(settings.allow_private_addresses) {
  for (const std::string& host : settings.allow_private_hosts) {
    allowed_.push_back(usual_spelling(host));
  }
}

bool AddressRules::allow(std::string_view host, const sockaddr& address) const {
  if (address.sa_family != AF_INET && address.sa_family != AF_INET6) return false;
  return allow_all_ || !is_private_address(address) || is_listed(host) ||
         is_listed(address_text(address));
}

bool AddressRules::allow_by_name(std::string_view host) const {
  host = without_final_dot(host);
  if (allow_all_ || is_listed(host)) return true;
  if (host == "localhost" || host.ends_with(".localhost")) return false;
  const std::optional<WrittenAddress> address = read_any_spelling(host);
  return !address || !is_private(address->used());
}

bool AddressRules::is_listed(std::string_view text) const {
  return std::find(allowed_.begin(), allowed_.end(), without_final_dot(text)) != allowed_.end();
}

bool lies_in_network(std::string_view host, std::string_view network) {
  const std::size_t slash = network.find('/');
  const std::optional<WrittenAddress> address = read_address(without_final_dot(host));
  const std::optional<WrittenAddress> prefix = read_address(network.substr(0, slash));
  if (!address || !prefix || address->family != prefix->family) return false;
  const int most = static_cast<int>(prefix->used().size() * 8);
  if (slash == std::string_view::npos) return address->bytes == prefix->bytes;
  const std::optional<int> bits = read_prefix_length(network.substr(slash + 1), most);
  return bits && share_prefix(address->used(), prefix->used(), *bits);
}

}  // namespace collector
