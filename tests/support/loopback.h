// Plain sockets on 127.0.0.1, for tests of what has to do with sockets themselves.
#pragma once

#include "support/catch.h"

#include <netinet/in.h>
#include <sys/socket.h>

namespace collector::test {

/// Binds `socket` to a port that the system chooses, and gives back its address.
inline sockaddr_in bind_to_loopback(int socket) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  REQUIRE(bind(socket, any, size) == 0);
  REQUIRE(getsockname(socket, any, &size) == 0);
  return address;
}

inline void connect_to(const sockaddr_in& address, int socket) {
  REQUIRE(connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}

}  // namespace collector::test
