#include "cli/output_file.h"

#include "core/error.h"
#include "core/owned.h"
#include "core/read_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace collector {

namespace {

constexpr mode_t kOrdinaryMode = 0666;  // less what the umask takes
constexpr std::size_t kHeadBytes = 1000;

[[noreturn]] void fail(const std::string& path) {
  throw Error(path + ": cannot be written: " + std::strerror(errno));
}

/// A file beside the wanted one; gone again unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& path) : path_(path), name_(path + ".XXXXXX") {
    file_ = mkstemp(name_.data());
    if (file_ < 0) fail(path_);
  }

  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  ~TemporaryFile() {
    if (file_ >= 0) close(file_);
    if (!renamed_) unlink(name_.c_str());
  }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t written = ::write(file_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail(path_);
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  /// With the rights that the former file had, or any new one gets.
  void rename() {
    if (fchmod(file_, mode()) != 0 || fsync(file_) != 0) fail(path_);
    const int closed = close(file_);
    file_ = -1;
    if (closed != 0 || std::rename(name_.c_str(), path_.c_str()) != 0) {
      fail(path_);
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

/// What takes bytes and is no file: a device, a pipe, `>(command)` of a shell. To rename
/// something to its name would take it from everybody else.
bool takes_bytes_only(const std::string& path) {
  std::error_code missing;
  return std::filesystem::is_other(path, missing);
}

void write_into(const std::string& path, std::string_view text) {
  const std::unique_ptr<std::FILE, Releases<std::fclose>> file{std::fopen(path.c_str(), "wb")};
  if (!file) fail(path);
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), file.get());
  if (written < text.size() || std::fflush(file.get()) != 0) fail(path);
}

/// Where a file tells what it is, its byte order mark and blanks aside.
std::string_view head_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text.substr(0, kHeadBytes);
}

}  // namespace

std::optional<std::string> former_output(const std::string& path) {
  return takes_bytes_only(path) ? std::nullopt : read_text_if_there(path);
}

std::string whole_path(const std::string& path) {
  std::error_code none;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(path, none);
  return none ? std::filesystem::absolute(path).string() : whole.string();
}

void write_output(const std::string& path, std::string_view text) {
  if (takes_bytes_only(path)) return write_into(path, text);
  std::error_code none;
  const std::filesystem::path target = std::filesystem::canonical(path, none);  // a link's end
  TemporaryFile aside(none ? path : target.string());
  aside.write(text);
  aside.rename();
}

void renew_output(const std::string& path, std::string_view text, std::string_view sign) {
  const std::string former = former_output(path).value_or("");
  const std::string_view head = head_of(former);
  if (!head.empty() && (head.front() != text.front() || head.find(sign) == head.npos))
    throw Error(path + ": holds something else; another name leaves it alone");
  write_output(path, text);
}

}  // namespace collector
