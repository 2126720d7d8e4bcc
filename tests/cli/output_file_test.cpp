#include "cli/output_file.h"

#include "cli/program.h"
#include "core/error.h"
#include "core/read_file.h"
#include "support/catch.h"

#include <array>
#include <fcntl.h>
#include <filesystem>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

using namespace collector;
using collector::test::Program;
namespace fs = std::filesystem;

namespace {

/// A pipe with a name, somebody listening at its other end.
class Pipe {
 public:
  explicit Pipe(const std::string& path) {
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    end_ = open(path.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(end_ >= 0);
  }

  ~Pipe() { close(end_); }

  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  [[nodiscard]] std::string text() const {
    std::array<char, 64> bytes{};
    const ssize_t size = read(end_, bytes.data(), bytes.size());
    return {bytes.data(), size < 0 ? 0 : static_cast<std::size_t>(size)};
  }

 private:
  int end_;
};

}  // namespace

TEST_CASE("an output takes the place of what was there and keeps its rights") {
  const Program program;
  const std::string file = program.write("news.md", "old\n");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  CHECK(former_output(file) == "old\n");
  write_output(file, "new\n");
  CHECK(collector::read_file(file) == "new\n");
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(former_output(program.path("no.md")) == std::nullopt);
}

TEST_CASE("what a link names is written, and the link stays") {
  const Program program;
  const std::string file = program.write("news.md", "old\n");
  fs::create_symlink(file, program.path("link.md"));
  write_output(program.path("link.md"), "new\n");
  CHECK(fs::is_symlink(program.path("link.md")));
  CHECK(collector::read_file(file) == "new\n");
}

TEST_CASE("an output is known by its whole path, a pipe without one by its name") {
  const Program program;
  const std::string file = program.write("news.md", "");
  fs::create_symlink(file, program.path("link.md"));
  CHECK(whole_path("news.md") == fs::canonical(file));
  CHECK(whole_path("link.md") == fs::canonical(file));
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const std::string name = "/dev/fd/" + std::to_string(ends[1]);
  CHECK(whole_path(name) == name);
  write_output(name, "news\n");
  std::array<char, 5> bytes{};
  CHECK(read(ends[0], bytes.data(), bytes.size()) == 5);
  close(ends[0]);
  close(ends[1]);
}

TEST_CASE("a pipe is written to, never replaced, and not asked what it holds") {
  const Program program;
  const std::string name = program.path("pipe");
  const Pipe pipe(name);
  CHECK(former_output(name) == std::nullopt);
  write_output(name, "news\n");
  CHECK(fs::is_fifo(name));
  CHECK(pipe.text() == "news\n");
}

TEST_CASE("what cannot be written is told in one line, and nothing is left behind") {
  const Program program;
  fs::create_directory(program.path("folder"));
  const std::string folder = program.path("folder");
  CHECK_THROWS_WITH(write_output(folder, "news"),
                    folder + ": cannot be written: Is a directory");
  CHECK_THROWS_WITH(former_output(folder), folder + ": Is a directory");
  const std::string nowhere = program.path("no/news.md");
  CHECK_THROWS_WITH(write_output(nowhere, "news"),
                    nowhere + ": cannot be written: No such file or directory");
  CHECK(std::distance(fs::directory_iterator(program.path("")), {}) == 1);
}
