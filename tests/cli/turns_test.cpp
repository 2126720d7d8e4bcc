#include "cli/turns.h"

#include "cli/program.h"
#include "support/catch.h"

#include <future>
#include <sstream>

using namespace collector;
using collector::test::Program;
using collector::test::Ran;

TEST_CASE("documents come out in their order, whoever is ready first") {
  std::ostringstream out;
  Turns turns(out);
  std::future<void> second;
  {
    Turn first(turns, 0);
    std::promise<void> ready;
    second = std::async(std::launch::async, [&] {
      Turn turn(turns, 1);
      ready.set_value();
      turn.out() << "two" << '\n';
    });
    ready.get_future().wait();
    first.out() << "one" << '\n';
    CHECK(out.str() == "one\n");
  }
  second.get();
  CHECK(out.str() == "one\ntwo\n");
}

TEST_CASE("many files are parsed to a line each, in the order they were named") {
  const Program collector;
  std::vector<std::string> arguments{"parse"};
  for (int i = 0; i < 50; ++i) {
    const std::string name = std::to_string(i) + ".xml";
    const bool broken = i % 10 == 3;
    arguments.push_back(collector.write(
        name, broken ? "no feed"
                     : "<rss version='2.0'><channel><title>Feed</title></channel></rss>"));
  }

  const Ran ran = collector(arguments);

  CHECK(ran.code == 1);
  std::istringstream lines(ran.out);
  std::string line;
  for (int i = 0; i < 50; ++i) {
    REQUIRE(std::getline(lines, line));
    CHECK_THAT(line, ContainsSubstring("/" + std::to_string(i) + ".xml\""));
  }
  CHECK_FALSE(std::getline(lines, line));
}
