#include "cli/config_file.h"

#include "cli/output_file.h"
#include "config/config.h"

#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>

namespace collector {

namespace {

/// Does `path` still lead to the file that was opened? Who had to wait for its lock has one
/// that was replaced.
bool leads_to(const std::string& path, std::FILE& file) {
  struct stat there {};

  struct stat opened {};

  return stat(path.c_str(), &there) == 0 && fstat(fileno(&file), &opened) == 0 &&
         there.st_dev == opened.st_dev && there.st_ino == opened.st_ino;
}

/// Where there are no locks, as on some network drives, the file is used without.
void lock(std::FILE& file) {
  while (flock(fileno(&file), LOCK_EX) != 0 && errno == EINTR) {
  }
}

}  // namespace

ConfigFile::ConfigFile(const std::string& path) {
  do {
    locked_.reset(std::fopen(path.c_str(), "rbe"));
    if (locked_) lock(*locked_);
  } while (locked_ && !leads_to(path, *locked_));
  config_ = std::make_unique<Config>(load_config(path));
}

ConfigFile::~ConfigFile() = default;

void ConfigFile::replace(std::string_view text) {
  write_output(config_->path, text);
}

}  // namespace collector
