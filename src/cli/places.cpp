#include "cli/places.h"

#include "core/error.h"
#include "core/home.h"

#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <system_error>

namespace collector {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// A folder of the XDG base directory specification, which wants relative paths ignored.
std::filesystem::path base_directory(const char* variable, const char* below_home) {
  std::filesystem::path given = environment(variable);
  if (given.is_absolute()) return given;
  return std::filesystem::path(home_directory()) / below_home;
}

}  // namespace

std::string named_configuration(const std::string& given) {
  return given.empty() ? environment("COLLECTOR_CONFIG") : given;
}

std::string find_configuration(const std::string& given) {
  if (std::string named = named_configuration(given); !named.empty()) return named;
  const std::filesystem::path own =
      base_directory("XDG_CONFIG_HOME", ".config") / "collector" / "feeds.yaml";
  for (const auto& path : {std::filesystem::path("feeds.yaml"), own,
                           std::filesystem::path("/etc/collector/feeds.yaml")}) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return path.string();
  }
  return {};
}

std::string named_database(const std::string& given) {
  return given.empty() ? environment("COLLECTOR_DB") : given;
}

std::string default_database() {
  return (base_directory("XDG_DATA_HOME", ".local/share") / "collector" / "collector.db")
      .string();
}

std::string make_temporary_folder(const std::string& name) {
  std::error_code missing;
  const std::filesystem::path place = std::filesystem::temp_directory_path(missing);
  if (missing) throw Error("$TMPDIR: is no folder; temporary files want one");
  std::string path = place / (name + "-XXXXXX");
  if (mkdtemp(path.data()) == nullptr)
    throw Error(path + ": cannot be made; is there room, and may this user write there?");
  return path;
}

}  // namespace collector
