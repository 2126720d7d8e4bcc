#include "cli/program.h"

#include "cli/cli.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace collector::test {

namespace {

constexpr const char* kVariables[] = {"COLLECTOR_CONFIG", "COLLECTOR_DB", "XDG_CONFIG_HOME",
                                      "XDG_DATA_HOME", "NO_COLOR"};

}  // namespace

bool is_one_line(const std::string& text) {
  return text.ends_with('\n') && std::count(text.begin(), text.end(), '\n') == 1;
}

Program::Program() : before_(std::filesystem::current_path()) {
  std::string name = (std::filesystem::temp_directory_path() / "collector-XXXXXX").string();
  folder_ = mkdtemp(name.data());
  for (const char* variable : kVariables)
    unsetenv(variable);
  setenv("HOME", folder_.c_str(), 1);
  std::filesystem::current_path(folder_);
}

Program::~Program() {
  std::filesystem::current_path(before_);
  for (const char* variable : kVariables)
    unsetenv(variable);
  std::filesystem::remove_all(folder_);
}

Ran Program::operator()(const std::vector<std::string>& arguments) const {
  const Captured out(std::cout);
  const Captured err(std::cerr);
  const int code = static_cast<int>(run_cli(arguments));
  return {code, out.text(), err.text()};
}

std::string Program::write(const std::string& name, const std::string& text) const {
  const std::filesystem::path file = folder_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << text;
  return file.string();
}

Typed::Typed(const std::string& text) : text_(text), before_(std::cin.rdbuf(text_.rdbuf())) {}

Typed::~Typed() {
  std::cin.rdbuf(before_);
}

std::string Program::path(const std::string& name) const {
  return (folder_ / name).string();
}

}  // namespace collector::test
