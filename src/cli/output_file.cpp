#include "cli/output_file.h"

#include "core/error.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace collector {

namespace {

constexpr mode_t kOrdinaryMode = 0666;  // less what the umask takes

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw Error(path + ": " + what + ": " + std::strerror(errno));
}

/// A file beside the wanted one; gone again unless it was renamed.
class Aside {
 public:
  explicit Aside(const std::string& path) : path_(path), name_(path + ".XXXXXX") {
    file_ = mkstemp(name_.data());
    if (file_ < 0) fail(path_, "cannot be written");
  }

  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

  ~Aside() {
    if (file_ >= 0) close(file_);
    if (!renamed_) unlink(name_.c_str());
  }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t written = ::write(file_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail(path_, "cannot be written");
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  /// With the rights that the former file had, or any new one gets.
  void rename() {
    if (fchmod(file_, mode()) != 0 || fsync(file_) != 0) fail(path_, "cannot be written");
    const int closed = close(file_);
    file_ = -1;
    if (closed != 0 || std::rename(name_.c_str(), path_.c_str()) != 0) {
      fail(path_, "cannot be written");
    }
    renamed_ = true;
  }

 private:
  [[nodiscard]] mode_t mode() const {
    struct stat former {};

    if (stat(path_.c_str(), &former) == 0) return former.st_mode & 07777;
    const mode_t mask = umask(0);
    umask(mask);
    return kOrdinaryMode & ~mask;
  }

  std::string path_;
  std::string name_;
  int file_ = -1;
  bool renamed_ = false;
};

}  // namespace

void write_aside(const std::string& path, std::string_view text) {
  std::error_code none;
  const std::filesystem::path target = std::filesystem::canonical(path, none);  // a link's end
  Aside aside(none ? path : target.string());
  aside.write(text);
  aside.rename();
}

std::optional<std::string> read_if_there(const std::string& path) {
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file || file.bad()) throw Error(path + ": cannot be read");
  return text;
}

}  // namespace collector
