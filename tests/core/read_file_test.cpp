#include "core/read_file.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/paths.h"

#include <filesystem>
#include <string>

using namespace collector;

TEST_CASE("a file is read with all its bytes") {
  const std::string file = test_data("classify_cases.tsv");
  const std::string text = collector::read_file(file);
  CHECK(text.size() == std::filesystem::file_size(file));
  CHECK(read_text_if_there(file) == text);
  CHECK(collector::read_file("/dev/null").empty());
  // Has zeros, and no size of its own.
  CHECK(collector::read_file("/proc/self/cmdline").ends_with('\0'));
}

TEST_CASE("a file that is missing is an error, or nothing where it may be missing") {
  const std::string file = test_data("no such file");
  CHECK_THROWS_WITH(collector::read_file(file), file + ": there is no such file");
  CHECK(read_text_if_there(file) == std::nullopt);
}

TEST_CASE("what people write has no zeros, a database has") {
  const std::string file = test_data("classify_cases.tsv");
  CHECK(read_text(file) == collector::read_file(file));
  CHECK_THROWS_WITH(read_text("/proc/self/cmdline"), ContainsSubstring("is no text"));
  CHECK_THROWS_WITH(read_text_if_there("/proc/self/cmdline"), ContainsSubstring("is no text"));
}

TEST_CASE("what cannot be read is an error in the system's words") {
  CHECK_THROWS_WITH(read_text_if_there(test_data()), test_data() + ": Is a directory");
  const std::string below = test_data("classify_cases.tsv/below");
  CHECK_THROWS_WITH(collector::read_file(below), below + ": Not a directory");
  const std::string name(5000, 'a');
  CHECK_THROWS_WITH(collector::read_file(name), name + ": File name too long");
}
