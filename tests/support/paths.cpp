// The only file compiled with a path of this checkout: all others are the same for every
// checkout, and a compiler cache finds them again.
#include "support/paths.h"

#include <fstream>
#include <iterator>

std::string project_file(const std::string& name) {
  return PROJECT_ROOT "/" + name;
}

std::string test_data(const std::string& name) {
  return project_file("tests/data/" + name);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
