#include "fetch/host_queue.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("hosts take turns") {
  HostQueue queue{2};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);
  queue.push("b", 3);

  CHECK(queue.take_next() == 1u);
  CHECK(queue.take_next() == 3u);
  CHECK(queue.take_next() == 2u);
  CHECK_FALSE(queue.take_next());
}

TEST_CASE("a busy host has to be released first") {
  HostQueue queue{1};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);

  REQUIRE(queue.take_next() == 1u);
  CHECK_FALSE(queue.take_next());
  queue.release("a");

  CHECK(queue.take_next() == 2u);
}

TEST_CASE("a host that has just been released goes first: its connection is open") {
  HostQueue queue{1};
  for (const std::size_t number : {1u, 2u})
    queue.push("a", number);
  queue.push("b", 3);
  queue.push("c", 4);
  REQUIRE(queue.take_next() == 1u);
  REQUIRE(queue.take_next() == 3u);

  queue.release("a");

  CHECK(queue.take_next() == 2u);
  CHECK(queue.take_next() == 4u);
}

TEST_CASE("the next hop of a request goes before those that have not begun") {
  HostQueue queue{1};
  queue.push("a", 1);
  queue.push_front("a", 2);

  CHECK(queue.take_next() == 2u);
}
