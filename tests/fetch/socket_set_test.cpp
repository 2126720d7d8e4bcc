#include "fetch/socket_set.h"

#include "core/error.h"
#include "support/catch.h"

#include <array>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace collector;

namespace {

/// Two ends of a connection; what is left open is closed.
class Ends {
 public:
  Ends(int near, int far) : near_(near), far_(far) {}

  ~Ends() {
    hang_up();
    close_near();
  }

  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;

  [[nodiscard]] int near() const { return near_; }

  void speak() const { REQUIRE(write(far_, "x", 1) == 1); }

  void listen_to() const {
    char byte = 0;
    REQUIRE(read(near_, &byte, 1) == 1);
  }

  void hang_up() {
    if (far_ >= 0) close(std::exchange(far_, -1));
  }

  void close_near() {
    if (near_ >= 0) close(std::exchange(near_, -1));
  }

 private:
  int near_;
  int far_;
};

Ends connection() {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  REQUIRE(bind(listener, any, size) == 0);
  REQUIRE(listen(listener, 1) == 0);
  REQUIRE(getsockname(listener, any, &size) == 0);
  const int near = socket(AF_INET, SOCK_STREAM, 0);
  REQUIRE(connect(near, any, size) == 0);
  const int far = accept(listener, nullptr, nullptr);
  REQUIRE(far >= 0);
  close(listener);
  return {near, far};
}

/// As a resolver has to its name servers.
Ends datagrams() {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  const int far = socket(AF_INET, SOCK_DGRAM, 0);
  const int near = socket(AF_INET, SOCK_DGRAM, 0);
  for (const int socket : {far, near})
    REQUIRE(bind(socket, any, sizeof address) == 0);
  REQUIRE(getsockname(near, any, &size) == 0);
  REQUIRE(connect(far, any, size) == 0);
  return {near, far};
}

Ends pair_of_threads() {
  std::array<int, 2> ends{};
  REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
  return {ends[0], ends[1]};
}

/// How many sockets are told to be ready.
int ready(SocketSet& set) {
  int count = 0;
  set.each_ready([&](int, SocketSet::Events) { ++count; });
  return count;
}

/// What an outsider sees.
bool wakes(const SocketSet& set) {
  epoll_event event{};
  return epoll_wait(set.descriptor(), &event, 1, 0) == 1;
}

}  // namespace

TEST_CASE("a socket is told to be ready for what is waited for") {
  SocketSet set;
  const Ends ends = connection();
  set.watch(ends.near(), EPOLLIN);
  CHECK(ready(set) == 0);

  ends.speak();
  CHECK(ready(set) == 1);

  set.watch(ends.near(), EPOLLIN | EPOLLOUT);
  SocketSet::Events told = 0;
  set.each_ready([&](int, SocketSet::Events events) { told = events; });
  CHECK(told == (EPOLLIN | EPOLLOUT));
}

TEST_CASE("an idle connection is not told, and waited for again as before") {
  SocketSet set;
  const Ends ends = connection();
  set.watch(ends.near(), EPOLLIN);
  set.watch(ends.near(), 0);
  CHECK_FALSE(wakes(set));

  set.watch(ends.near(), EPOLLIN);
  ends.speak();
  CHECK(ready(set) == 1);
}

TEST_CASE("an idle connection whose server hangs up wakes the set once") {
  SocketSet set;
  Ends ends = connection();
  set.watch(ends.near(), EPOLLIN);
  set.watch(ends.near(), 0);
  ends.hang_up();

  CHECK(wakes(set));
  CHECK(ready(set) == 0);
  CHECK_FALSE(wakes(set));
}

TEST_CASE("a connection is watched that has the number of one that was closed") {
  SocketSet set;
  const auto number = [&] {
    Ends ends = connection();
    set.watch(ends.near(), EPOLLIN);
    set.watch(ends.near(), 0);
    set.forget(ends.near());
    return ends.near();
  }();

  const Ends next = connection();
  REQUIRE(next.near() == number);
  set.watch(next.near(), EPOLLIN);
  next.speak();
  CHECK(ready(set) == 1);
}

TEST_CASE("sockets of resolvers and between threads may be closed without a word") {
  const auto make = GENERATE(&datagrams, &pair_of_threads);
  SocketSet set;
  const auto number = [&] {
    const Ends ends = make();
    set.watch(ends.near(), EPOLLIN);
    set.watch(ends.near(), 0);
    return ends.near();
  }();

  const Ends next = make();
  REQUIRE(next.near() == number);
  set.watch(next.near(), EPOLLIN);
  next.speak();
  CHECK(ready(set) == 1);
}

TEST_CASE("a connection that has not come about may be closed without a word") {
  SocketSet set;
  const auto number = [&] {
    const Ends ends = connection();
    set.watch(ends.near(), EPOLLOUT);
    set.watch(ends.near(), 0);
    return ends.near();
  }();

  const Ends next = connection();
  REQUIRE(next.near() == number);
  set.watch(next.near(), EPOLLOUT);
  CHECK(ready(set) == 1);
}

TEST_CASE("what is no socket any more cannot be watched") {
  SocketSet set;
  const auto number = [] { return connection().near(); }();

  CHECK_THROWS_AS(set.watch(number, EPOLLIN), Error);
}

TEST_CASE("what waits to be written to may be closed without a word as well") {
  SocketSet set;
  const auto number = [&] {
    const Ends ends = connection();
    set.watch(ends.near(), EPOLLIN);
    return ends.near();
  }();

  const Ends next = connection();
  REQUIRE(next.near() == number);
  set.watch(next.near(), EPOLLOUT);
  CHECK(ready(set) == 1);
}
