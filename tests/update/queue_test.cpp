#include "update/queue.h"

#include "support/catch.h"

#include <algorithm>
#include <thread>
#include <vector>

using namespace collector;
using namespace std::chrono_literals;

TEST_CASE("what is put in comes out, in order, whatever the queue can hold") {
  BoundedQueue<int> queue(2);
  std::thread putter([&] {
    for (int i = 0; i < 1000; ++i)
      queue.put(i);
    queue.finish();
  });

  std::vector<int> taken;
  for (auto batch = queue.take_all(0ms); !batch.empty(); batch = queue.take_all(0ms))
    taken.insert(taken.end(), batch.begin(), batch.end());
  putter.join();

  REQUIRE(taken.size() == 1000);
  CHECK(std::is_sorted(taken.begin(), taken.end()));
}

TEST_CASE("what weighs more than the queue can hold still passes, alone") {
  BoundedQueue<int> queue(10);

  CHECK(queue.put(1, 1000));

  CHECK(queue.take_all(0ms) == std::vector<int>{1});
}

TEST_CASE("a half full queue is emptied without waiting for more") {
  BoundedQueue<int> queue(10);
  queue.put(1, 4);
  queue.put(2, 1);

  CHECK(queue.take_all(1h) == std::vector<int>{1, 2});
}

TEST_CASE("a queue that nobody empties any more takes nothing") {
  BoundedQueue<int> queue(1);
  CHECK(queue.put(1));

  std::thread putter([&] { CHECK_FALSE(queue.put(2)); });
  queue.abandon();
  putter.join();
}

TEST_CASE("a finished queue gives what is left, then nothing") {
  BoundedQueue<int> queue(4);
  queue.put(1);
  queue.finish();

  CHECK(queue.take_all(0ms) == std::vector<int>{1});
  CHECK(queue.take_all(0ms).empty());
}
