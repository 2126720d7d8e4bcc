// The configuration file while a command adds to it.
#pragma once

#include "core/owned.h"

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace collector {

struct Config;

/// The file as it is now, which may be another than at the start of the run: servers take their
/// time, and people save meanwhile. Other runs that want to change it wait until this ends.
class ConfigFile {
 public:
  /// Throws ConfigError when the file cannot be read any more.
  explicit ConfigFile(const std::string& path);
  ~ConfigFile();
  ConfigFile(const ConfigFile&) = delete;
  ConfigFile& operator=(const ConfigFile&) = delete;
  ConfigFile(ConfigFile&&) = delete;
  ConfigFile& operator=(ConfigFile&&) = delete;

  [[nodiscard]] const Config& config() const { return *config_; }

  /// Once: it is another file then, and this one's lock keeps nobody from it.
  void replace(std::string_view text);

 private:
  std::unique_ptr<std::FILE, Releases<std::fclose>> locked_;
  std::unique_ptr<Config> config_;
};

}  // namespace collector
