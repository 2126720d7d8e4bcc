#include "fetch/open_files.h"

#include "support/catch.h"

#include <fstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace collector;

namespace {

/// How many of `wanted` connections fit below these limits, told by a process of its own, for
/// the hard limit cannot be raised again.
int allowed(rlim_t soft, rlim_t hard, int wanted) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit{soft, hard};
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) _exit(255);
    _exit(allow_connections(wanted));
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
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
  const pid_t child = fork();
  if (child == 0) {
    const bool was_small = room() < 500;
    allow_connections(150);
    _exit(was_small && room() >= 500 ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}
