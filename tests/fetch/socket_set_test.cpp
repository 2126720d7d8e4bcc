#include "fetch/socket_set.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/loopback.h"

#include <array>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace collector;
using namespace collector::test;

namespace {

/// Two ends of a connection; what is left open is closed.
class Ends {
 public:
  Ends(int near, int far) : near_(near), far_(far) {}

  ~Ends() {
    hang_up();
    close(near_);
  }

  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;

  [[nodiscard]] int near() const { return near_; }

  void speak() const { REQUIRE(write(far_, "x", 1) == 1); }

  void hang_up() {
    if (far_ >= 0) close(std::exchange(far_, -1));
  }

 private:
  int near_;
  int far_;
};

Ends connection() {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = bind_to_loopback(listener);
  REQUIRE(listen(listener, 1) == 0);
  const int near = socket(AF_INET, SOCK_STREAM, 0);
  connect_to(address, near);
  const int far = accept(listener, nullptr, nullptr);
  REQUIRE(far >= 0);
  close(listener);
  return {near, far};
}

/// As a resolver has to its name servers.
Ends datagrams() {
  const int far = socket(AF_INET, SOCK_DGRAM, 0);
  const int near = socket(AF_INET, SOCK_DGRAM, 0);
  bind_to_loopback(far);
  connect_to(bind_to_loopback(near), far);
  return {near, far};
}

Ends pair_of_threads() {
  std::array<int, 2> ends{};
  REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
  return {ends[0], ends[1]};
}

using Make = Ends (*)();

/// The number of a socket that was waited for so, one after the other, and closed without a
/// word.
int closed(SocketSet& set, Make make, const std::vector<SocketSet::Events>& waited) {
  const Ends ends = make();
  for (const SocketSet::Events wanted : waited)
    set.watch(ends.near(), wanted);
  return ends.near();
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
  const int number = closed(set, &connection, {EPOLLIN, 0});
  set.forget(number);

  const Ends next = connection();
  REQUIRE(next.near() == number);
  set.watch(next.near(), EPOLLIN);
  next.speak();
  CHECK(ready(set) == 1);
}

TEST_CASE("sockets of resolvers and between threads may be closed without a word") {
  const Make make = GENERATE(&datagrams, &pair_of_threads);
  SocketSet set;
  const int number = closed(set, make, {EPOLLIN, 0});

  const Ends next = make();
  REQUIRE(next.near() == number);
  set.watch(next.near(), EPOLLIN);
  next.speak();
  CHECK(ready(set) == 1);
}

TEST_CASE("what waits may be closed without a word, and a connection that has not come about") {
  const auto waited = GENERATE(std::vector<SocketSet::Events>{EPOLLIN},
                               std::vector<SocketSet::Events>{EPOLLOUT, 0});
  SocketSet set;
  const int number = closed(set, &connection, waited);

  const Ends next = connection();
  REQUIRE(next.near() == number);
  set.watch(next.near(), EPOLLOUT);
  CHECK(ready(set) == 1);
}

TEST_CASE("what is no socket any more cannot be watched") {
  SocketSet set;
  const int number = closed(set, &connection, {});

  CHECK_THROWS_AS(set.watch(number, EPOLLIN), Error);
}
