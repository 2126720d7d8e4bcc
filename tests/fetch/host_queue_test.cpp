#include "fetch/host_queue.h"

#include "support/catch.h"

#include <string>

using namespace collector;

namespace {

/// "a1": request 1 may go to host a; empty when none may go anywhere.
std::string next(HostQueue& queue) {
  const auto turn = queue.take_next();
  return turn ? turn->host + std::to_string(turn->request) : "";
}

}  // namespace

TEST_CASE("hosts take turns") {
  HostQueue queue{2};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);
  queue.push("b", 3);

  CHECK(next(queue) == "a1");
  CHECK(next(queue) == "b3");
  CHECK(next(queue) == "a2");
  CHECK(next(queue).empty());
}

TEST_CASE("a busy host has to be released first") {
  HostQueue queue{1};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);

  REQUIRE(next(queue) == "a1");
  CHECK(next(queue).empty());
  queue.release("a");

  CHECK(next(queue) == "a2");
}

TEST_CASE("a host that has just been released goes first: its connection is open") {
  HostQueue queue{1};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);
  queue.push("b", 3);
  queue.push("c", 4);
  REQUIRE(next(queue) == "a1");
  REQUIRE(next(queue) == "b3");

  queue.release("a");

  CHECK(next(queue) == "a2");
  CHECK(next(queue) == "c4");
}

TEST_CASE("the next hop of a request goes before those that have not begun") {
  HostQueue queue{1};
  queue.push("a", 1);
  queue.push_front("a", 2);

  CHECK(next(queue) == "a2");
}

TEST_CASE("the next hop of a request goes before other hosts, where its own has room") {
  HostQueue queue{1};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);
  queue.push("b", 3);
  queue.push("c", 4);
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
  HostQueue queue{1};
  queue.push("a", 1);
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
  HostQueue queue{2};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);
  for (const std::size_t number : {3u, 4u})
    queue.push("b", number);
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
  HostQueue queue{1};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);
  REQUIRE(next(queue) == "a1");
  queue.release("a");
  queue.push("a", 1);

  CHECK(next(queue) == "a2");
  queue.release("a");
  CHECK(next(queue) == "a1");
  queue.release("a");
  CHECK(next(queue).empty());
}
