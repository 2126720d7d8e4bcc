// A command whose memory runs out, whatever it was about to do with it.
#include "cli/cli.h"
#include "cli/program.h"
#include "support/catch.h"
#include "support/scarce_memory.h"

#include <iostream>
#include <string>
#include <vector>

using namespace collector;
using namespace collector::test;

namespace {

/// A command asks for thousands of pieces, most of them alike.
constexpr long kStride = 7;

const std::vector<std::string> kList{"feeds", "list"};

struct Outcome {
  bool refused = false;  // a piece of memory
  Ran ran;
};

Outcome list_with(long pieces) {
  const Captured out(std::cout);
  const Captured err(std::cerr);
  refuse_memory_after(pieces);
  const ExitCode code = run_cli(kList);
  const bool refused = end_of_refusal();
  return {refused, {static_cast<int>(code), out.text(), err.text()}};
}

}  // namespace

TEST_CASE("a command that runs out of memory ends with one line") {
  const Program program;
  program.write("feeds.yaml", "feeds:\n  - {name: a, url: https://a.example/feed}\n");
  const Ran plenty = program(kList);
  REQUIRE(plenty.code == 0);
  long refused = 0;
  long told = 0;
  for (long pieces = 0;; pieces += kStride) {
    INFO("piece " << pieces);
    const auto [was_refused, ran] = list_with(pieces);
    if (!was_refused) break;
    ++refused;
    told += ran.err == "collector: there is not enough memory\n" ? 1 : 0;
    CHECK((ran.code == 0 ? ran.out == plenty.out : is_one_line(ran.err)));
  }
  CHECK(refused > 100);
  CHECK(told > refused / 2);
}
