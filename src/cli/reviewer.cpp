#include "cli/reviewer.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <pwd.h>
#include <unistd.h>

namespace collector {

namespace {

struct ClosesPipe {
  void operator()(std::FILE* pipe) const noexcept { pclose(pipe); }
};

std::string name_in_git() {
  const std::unique_ptr<std::FILE, ClosesPipe> pipe(
      popen("git config --get user.name 2>/dev/null", "r"));
  std::array<char, 256> line{};
  if (!pipe || std::fgets(line.data(), static_cast<int>(line.size()), pipe.get()) == nullptr) {
    return {};
  }
  std::string name = line.data();
  while (!name.empty() && (name.back() == '\n' || name.back() == ' '))
    name.pop_back();
  return name;
}

std::string login_name() {
  const passwd* user = getpwuid(getuid());
  return user == nullptr ? std::to_string(getuid()) : user->pw_name;
}

}  // namespace

std::string reviewer_name(const std::string& given) {
  if (!given.empty()) return given;
  std::string name = name_in_git();
  return name.empty() ? login_name() : name;
}

}  // namespace collector
