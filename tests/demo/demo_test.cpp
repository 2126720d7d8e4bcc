#include "support/catch.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

namespace fs = std::filesystem;

namespace {

struct Run {
  int status = 0;
  std::string output;  // standard output alone
};

Run run_demo(const fs::path& temporary) {
  const std::string command = "TMPDIR='" + temporary.string() + "' " PROGRAM " -q demo";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  Run run;
  std::array<char, 4096> chunk{};
  while (const auto size = fread(chunk.data(), 1, chunk.size(), pipe))
    run.output.append(chunk.data(), size);
  run.status = pclose(pipe);
  return run;
}

}  // namespace

TEST_CASE("the demo fetches a month from this machine and drafts it") {
  const fs::path temporary = fs::temp_directory_path() / "collector-demo-test";
  fs::create_directories(temporary);

  const Run run = run_demo(temporary);

  CHECK(run.status == 0);
  CHECK_THAT(run.output, ContainsSubstring("XMPP Clients and Applications"));
  CHECK_THAT(run.output, ContainsSubstring("[Openfire 4.8.0](https://"));
  CHECK_THAT(run.output, !ContainsSubstring("127.0.0.1"));
  CHECK(fs::is_empty(temporary));
  fs::remove_all(temporary);
}
