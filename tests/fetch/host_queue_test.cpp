#include "fetch/host_queue.h"

#include "support/catch.h"

#include <string>
#include <string_view>

using namespace collector;

namespace {

/// Requests 1, 2, 3 … for the hosts with these letters.
HostQueue queue_of(int per_host, std::string_view hosts) {
  HostQueue queue{per_host};
  for (std::size_t number = 1; number <= hosts.size(); ++number)
    queue.push(std::string(hosts.substr(number - 1, 1)), number);
  return queue;
}

/// "a1": request 1 may go to host a; empty when none may go anywhere.
std::string next(HostQueue& queue) {
  const auto turn = queue.take_next();
  return turn ? turn->host + std::to_string(turn->request) : "";
}

}  // namespace

TEST_CASE("hosts take turns") {
  HostQueue queue = queue_of(2, "aab");

  CHECK(next(queue) == "a1");
  CHECK(next(queue) == "b3");
  CHECK(next(queue) == "a2");
  CHECK(next(queue).empty());
}

TEST_CASE("a busy host has to be released first") {
  HostQueue queue = queue_of(1, "aa");

  REQUIRE(next(queue) == "a1");
  CHECK(next(queue).empty());
  queue.release("a");

  CHECK(next(queue) == "a2");
}

TEST_CASE("a host that has just been released goes first: its connection is open") {
  HostQueue queue = queue_of(1, "aabc");
  REQUIRE(next(queue) == "a1");
  REQUIRE(next(queue) == "b3");

  queue.release("a");

  CHECK(next(queue) == "a2");
  CHECK(next(queue) == "c4");
}

TEST_CASE("the next hop of a request goes before those that have not begun") {
  HostQueue queue = queue_of(1, "a");
  queue.push_front("a", 2);

  CHECK(next(queue) == "a2");
}

TEST_CASE("the next hop of a request goes before other hosts, where its own has room") {
  HostQueue queue = queue_of(1, "aabc");
  REQUIRE(next(queue) == "a1");

  queue.release("a");
  queue.push_front("c", 1);
  CHECK(next(queue) == "c1");

  queue.push_front("c", 5);
  CHECK(next(queue) == "a2");
  CHECK(next(queue) == "b3");
  CHECK(next(queue).empty());
  queue.release("c");
  CHECK(next(queue) == "c5");
}

TEST_CASE("the next hop of a request goes before others also after its host was busy") {
  HostQueue queue = queue_of(1, "a");
  REQUIRE(next(queue) == "a1");
  queue.push_front("a", 2);
  for (const std::size_t number : {3u, 4u})
    queue.push("b", number);
  REQUIRE(next(queue) == "b3");

  queue.release("a");
  queue.push_front("c", 1);
  queue.release("b");
  CHECK(next(queue) == "a2");
  CHECK(next(queue) == "c1");
  CHECK(next(queue) == "b4");
}

TEST_CASE("only the next hop goes before others, not all that wait for its host") {
  HostQueue queue = queue_of(2, "aabb");
  REQUIRE(next(queue) == "a1");
  REQUIRE(next(queue) == "b3");

  queue.push_front("a", 5);
  queue.release("a");
  queue.release("b");
  CHECK(next(queue) == "a5");
  CHECK(next(queue) == "b4");
  CHECK(next(queue) == "a2");
}

TEST_CASE("others go behind the next hop of a request that waits alone") {
  HostQueue queue{1};
  queue.push_front("a", 1);
  queue.push("a", 2);

  CHECK(next(queue) == "a1");
  queue.release("a");
  CHECK(next(queue) == "a2");
}

TEST_CASE("a request that was taken may wait once more, behind those that wait already") {
  HostQueue queue = queue_of(1, "aa");
  REQUIRE(next(queue) == "a1");
  queue.release("a");
  queue.push("a", 1);

  CHECK(next(queue) == "a2");
  queue.release("a");
  CHECK(next(queue) == "a1");
  queue.release("a");
  CHECK(next(queue).empty());
}
