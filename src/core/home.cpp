#include "core/home.h"

#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace collector {

std::string home_directory() {
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home != '\0') return home;
  const passwd* user = getpwuid(getuid());
  return user == nullptr ? "" : user->pw_dir;
}

}  // namespace collector
