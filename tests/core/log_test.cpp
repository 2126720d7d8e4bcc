#include "core/log.h"

#include "core/read_file.h"
#include "support/catch.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <string>
#include <unistd.h>

using namespace collector;

namespace {

/// What `speak` writes to standard error.
std::string standard_error_of(const std::function<void()>& speak) {
  std::string name = (std::filesystem::temp_directory_path() / "collector-XXXXXX").string();
  const int file = mkstemp(name.data());
  REQUIRE(file >= 0);
  const int before = dup(STDERR_FILENO);
  dup2(file, STDERR_FILENO);
  speak();
  std::fflush(stderr);
  dup2(before, STDERR_FILENO);
  close(before);
  close(file);
  std::string text = read_file(name);
  std::filesystem::remove(name);
  return text;
}

}  // namespace

TEST_CASE("a message keeps the password of an address to itself") {
  set_up_log("info", false);
  const std::string text = standard_error_of([] {
    log_error("https://me:secret@a.example/ x");
    log_warning("ftp://me:secret@a.example");
    log_info("two: http://me@a.example, http://me:secret@b.example/");
  });
  CHECK(text ==
        "error: https://***@a.example/ x\nwarning: ftp://***@a.example\n"
        "info: two: http://***@a.example, http://***@b.example/\n");
}

TEST_CASE("a message is one line that cannot command the terminal") {
  set_up_log("warn", false);
  const std::string text = standard_error_of([] {
    log_error("GET /\x1b[31m\nred: failed");
    log_warning("old");
    log_info("not asked for");
  });
  CHECK(text == "error: GET /[31m red: failed\nwarning: old\n");
}
