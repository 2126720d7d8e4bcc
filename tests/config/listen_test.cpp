#include "config/listen.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("an address to listen on is numeric and has a port") {
  struct Row {
    std::string text, address;
    int port;
  };

  const auto row = GENERATE(values<Row>({
      {"127.0.0.1:8080", "127.0.0.1", 8080},
      {"0.0.0.0:0", "0.0.0.0", 0},
      {"localhost:80", "127.0.0.1", 80},
      {"[::1]:65535", "::1", 65535},
  }));

  const auto listen = parse_listen_address(row.text);

  REQUIRE(listen);
  CHECK(listen->address == row.address);
  CHECK(listen->port == row.port);
}

TEST_CASE("what is no such address is nothing") {
  const std::string text = GENERATE(values<std::string>(
      {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:80x", "::1:8080",
       "[127.0.0.1]:8080", "example.org:8080", "[::1]8080", "127.0.0.1:-1"}));
  INFO(text);

  CHECK_FALSE(parse_listen_address(text));
}

TEST_CASE("only this machine reaches a loopback address") {
  CHECK(is_loopback("127.0.0.1"));
  CHECK(is_loopback("127.8.9.1"));
  CHECK(is_loopback("::1"));
  CHECK_FALSE(is_loopback("127.example.org"));
  CHECK_FALSE(is_loopback("0.0.0.0"));
  CHECK_FALSE(is_loopback("::"));
}
