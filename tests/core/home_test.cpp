#include "core/home.h"

#include "support/catch.h"

#include <cstdlib>
#include <pwd.h>
#include <string>
#include <unistd.h>

using namespace collector;

TEST_CASE("home is what $HOME says, else what the system knows of the user") {
  const char* given = std::getenv("HOME");
  const std::string before = given == nullptr ? "" : given;
  setenv("HOME", "/somewhere", 1);
  CHECK(home_directory() == "/somewhere");
  const passwd* user = getpwuid(getuid());
  const std::string on_record = user == nullptr ? "" : user->pw_dir;  // some containers
  setenv("HOME", "", 1);
  CHECK(home_directory() == on_record);
  unsetenv("HOME");
  CHECK(home_directory() == on_record);
  if (given != nullptr) setenv("HOME", before.c_str(), 1);
}
