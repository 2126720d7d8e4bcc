#include "update/queue.h"

#include "support/catch.h"

#include <algorithm>
#include <deque>
#include <thread>
#include <vector>

using namespace collector;
using namespace std::chrono_literals;

TEST_CASE("what is put in comes out, in order, whatever the queue can hold") {
  HandoverQueue<int> queue(2);
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
  HandoverQueue<int> queue(10);

  CHECK(queue.put(1, 1000));

  CHECK(queue.take_all(0ms) == std::deque<int>{1});
}

TEST_CASE("a half full queue is emptied without waiting for more") {
  HandoverQueue<int> queue(10);
  queue.put(1, 4);
  CHECK_FALSE(queue.half_full());
  queue.put(2, 1);
  CHECK(queue.half_full());

  CHECK(queue.take_all(1h) == std::deque<int>{1, 2});
}

TEST_CASE("a queue that nobody empties any more takes nothing") {
  HandoverQueue<int> queue(1);
  CHECK(queue.put(1));

  queue.abandon();

  CHECK_FALSE(queue.put(2));
}

TEST_CASE("a full queue still takes what is handed over, and says that it is full") {
  HandoverQueue<int> queue(10);
  CHECK(queue.put(1, 9));
  CHECK_FALSE(queue.full());
  CHECK(queue.put(2, 9));
  CHECK(queue.full());

  CHECK(queue.take_all(0ms) == std::deque<int>{1, 2});

  CHECK_FALSE(queue.full());
}

TEST_CASE("a finished queue gives what is left, then nothing") {
  HandoverQueue<int> queue(4);
  queue.put(1);
  queue.finish();

  CHECK(queue.take_all(0ms) == std::deque<int>{1});
  CHECK(queue.take_all(0ms).empty());
}
