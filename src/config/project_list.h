// The `projects:` of a configuration file as its author wrote them, without the preset's.
#pragma once

#include "config/config.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// Names that the file gives to more than one entry, "feeds.yaml:14:5: …" each.
std::vector<std::string> repeated_projects(const Config& config);

/// The file's text with `projects` at the end of its list; every other byte stays. Throws
/// ConfigError where the file has that list in a form that cannot be added to.
std::string with_projects(const Config& config, std::span<const Project> projects);

}  // namespace collector
