// The program as its users meet it: arguments in; output, complaints and exit code out.
#pragma once

#include <filesystem>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

namespace collector::test {

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

bool is_one_line(const std::string& text);

/// A home, a working folder and an environment of their own, put back at the end. One at a
/// time.
class Program {
 public:
  Program();
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  Ran operator()(const std::vector<std::string>& arguments) const;

  /// Writes a file, its folders included; `name` is seen from the working folder, which is the
  /// home too. Returns its whole path.
  std::string write(const std::string& name, const std::string& text) const;
  [[nodiscard]] std::string path(const std::string& name) const;

 private:
  std::filesystem::path folder_;
  std::filesystem::path before_;
};

/// What goes to a stream for a while.
class Captured {
 public:
  explicit Captured(std::ostream& stream)
      : stream_(stream), before_(stream.rdbuf(text_.rdbuf())) {}

  ~Captured() { stream_.rdbuf(before_); }

  Captured(const Captured&) = delete;
  Captured& operator=(const Captured&) = delete;

  [[nodiscard]] std::string text() const { return text_.str(); }

 private:
  std::ostream& stream_;
  std::ostringstream text_;
  std::streambuf* before_;
};

/// Standard input for a while.
class Typed {
 public:
  explicit Typed(const std::string& text);
  ~Typed();
  Typed(const Typed&) = delete;
  Typed& operator=(const Typed&) = delete;

 private:
  std::istringstream text_;
  std::streambuf* before_;
};

}  // namespace collector::test
