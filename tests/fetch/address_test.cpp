#include "fetch/address.h"

#include "fetch/web_url.h"
#include "support/catch.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace collector;

namespace {

/// A socket address as the resolver gives it.
class Address {
 public:
  explicit Address(const std::string& text) {
    if (inet_pton(AF_INET, text.c_str(), &v4().sin_addr) == 1) {
      v4().sin_family = AF_INET;
    } else if (inet_pton(AF_INET6, text.c_str(), &v6().sin6_addr) == 1) {
      v6().sin6_family = AF_INET6;
    }
  }

  [[nodiscard]] const sockaddr& get() const {
    return reinterpret_cast<const sockaddr&>(storage_);
  }

 private:
  sockaddr_in& v4() { return reinterpret_cast<sockaddr_in&>(storage_); }

  sockaddr_in6& v6() { return reinterpret_cast<sockaddr_in6&>(storage_); }

  sockaddr_storage storage_{};
};

}  // namespace

TEST_CASE("addresses of the own network and reserved ones are private") {
  const std::string text = GENERATE(values<std::string>({
      "0.0.0.0",
      "0.1.2.3",
      "10.0.0.1",
      "10.255.255.255",
      "100.64.0.1",
      "100.127.255.255",
      "127.0.0.1",
      "127.255.255.254",
      "169.254.169.254",
      "172.16.0.1",
      "172.31.255.255",
      "192.0.0.8",
      "192.0.2.1",
      "192.88.99.1",
      "192.168.1.1",
      "198.18.0.1",
      "198.19.255.255",
      "198.51.100.7",
      "203.0.113.9",
      "224.0.0.1",
      "239.255.255.250",
      "240.0.0.1",
      "255.255.255.255",
      "::",
      "::1",
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "::127.0.0.1",
      "64:ff9b::127.0.0.1",
      "64:ff9b::c0a8:101",
      "64:ff9b:1::1",
      "100::1",
      "2001::1",
      "2001:db8::1",
      "2002:7f00:1::",
      "2002:808:808::",
      "fc00::1",
      "fd12:3456::1",
      "fe80::1",
      "febf::1",
      "fec0::1",
      "ff02::1",
  }));
  INFO(text);

  CHECK(is_private_address(Address{text}.get()));
}

TEST_CASE("addresses of the public network are not private") {
  const std::string text = GENERATE(values<std::string>({
      "1.1.1.1",         "8.8.8.8",           "9.255.255.255",    "11.0.0.0",
      "100.63.255.255",  "100.128.0.0",       "126.255.255.255",  "128.0.0.1",
      "169.253.255.255", "172.15.255.255",    "172.32.0.0",       "192.0.1.1",
      "192.167.255.255", "192.169.0.0",       "198.17.255.255",   "198.20.0.0",
      "223.255.255.255", "::ffff:8.8.8.8",    "64:ff9b::8.8.8.8", "2001:200::1",
      "2606:4700::1111", "2a00:1450:4001::1",
  }));
  INFO(text);

  CHECK_FALSE(is_private_address(Address{text}.get()));
}

TEST_CASE("an address of an unknown family is never allowed") {
  sockaddr unix_address{};
  unix_address.sa_family = AF_UNIX;
  Settings settings;
  settings.allow_private_addresses = true;

  CHECK(is_private_address(unix_address));
  CHECK_FALSE(AddressRules{settings}.allow("host", unix_address));
}

TEST_CASE("a private address is allowed when the settings name it, or its host") {
  Settings settings;
  settings.allow_private_hosts = {"127.0.0.1", "[0:0::1]", "NAS.lan"};
  const AddressRules rules{settings};

  CHECK(rules.allow("127.0.0.1", Address{"127.0.0.1"}.get()));
  CHECK(rules.allow("localhost", Address{"::1"}.get()));
  CHECK(rules.allow("nas.lan", Address{"192.168.1.5"}.get()));
  CHECK(rules.allow("nas.lan.", Address{"192.168.1.5"}.get()));
  CHECK(rules.allow("example.org", Address{"8.8.8.8"}.get()));
  CHECK_FALSE(rules.allow("127.0.0.2", Address{"127.0.0.2"}.get()));
  CHECK_FALSE(rules.allow("example.org", Address{"192.168.1.5"}.get()));
}

TEST_CASE("behind a proxy a private address that is written out is refused all the same") {
  const AddressRules rules{Settings{}};

  CHECK(rules.allow_by_name("example.org"));
  CHECK(rules.allow_by_name("8.8.8.8"));
  CHECK_FALSE(rules.allow_by_name("127.0.0.1"));
  CHECK_FALSE(rules.allow_by_name("::1"));
  CHECK_FALSE(rules.allow_by_name("localhost"));
  CHECK_FALSE(rules.allow_by_name("mail.localhost"));
  CHECK_FALSE(rules.allow_by_name("localhost."));
  CHECK_FALSE(rules.allow_by_name("127.0.0.1."));
}

TEST_CASE("behind a proxy a private address is refused in every spelling that look-ups know") {
  const std::string url = GENERATE(values<std::string>(
      {"http://127.1/", "http://0x7f.1./", "http://0177.1./", "http://2130706433./",
       "http://０x7f.1/", "http://0x7f。1/", "http://１２７.0.0.1/", "http://[::ffff:7f00:1]/",
       "http://0./", "http://0xa9fea9fe./"}));
  CAPTURE(url);
  const auto parts = parse_web_url(url);
  REQUIRE(parts);

  CHECK_FALSE(AddressRules{Settings{}}.allow_by_name(parts->host));
}

TEST_CASE("a name that begins like an address is a name") {
  const AddressRules rules{Settings{}};

  CHECK(rules.allow_by_name("127.0.0.1.example.org"));
  CHECK(rules.allow_by_name("0x7f.example"));
  CHECK(rules.allow_by_name("134744072."));
}
