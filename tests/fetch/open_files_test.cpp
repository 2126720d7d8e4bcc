#include "fetch/open_files.h"

#include "support/catch.h"

#include <fstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace collector;

namespace {

/// What `tell` says in a process of its own: neither a hard limit nor room is taken back.
template <typename Tell>
int told_elsewhere(Tell tell) {
  const pid_t child = fork();
  if (child == 0) _exit(tell());
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

/// How many of `wanted` connections fit below these limits.
int allowed(rlim_t soft, rlim_t hard, int wanted) {
  return told_elsewhere([&] {
    const rlimit limit{soft, hard};
    return setrlimit(RLIMIT_NOFILE, &limit) == 0 ? allow_connections(wanted) : 255;
  });
}

/// For how many open files this process has room.
int room() {
  std::ifstream status("/proc/self/status");
  std::string word;
  int files = 0;
  while (status >> word && word != "FDSize:") {
  }
  status >> files;
  return files;
}

}  // namespace

TEST_CASE("a low limit of open files is raised as far as it may be") {
  CHECK(allowed(80, 600, 100) == 100);
}

TEST_CASE("where it may not be raised, fewer connections are made, but always one") {
  CHECK(allowed(94, 94, 100) == 10);
  CHECK(allowed(64, 64, 100) == 1);
}

TEST_CASE("the room is made before it is needed") {
  CHECK(told_elsewhere([] {
          const bool was_small = room() < 500;
          allow_connections(150);
          return was_small && room() >= 500 ? 0 : 1;
        }) == 0);
}
