// The `projects:` of a configuration file as its author wrote them, without the preset's.
#pragma once

#include "core/newsletter.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

struct Config;

/// Names that the file gives to more than one entry, "feeds.yaml:14:5: …" each.
std::vector<std::string> repeated_projects(const Config& config);

/// The file's text with `projects` at the end of its list, and what they say of one that the
/// file has already below that one's own lines; every other byte stays, and no key is written
/// that is there. An entry in braces is left alone. Throws ConfigError where the file has the
/// list in a form that cannot be added to.
std::string with_projects(const Config& config, std::span<const Project> projects);

}  // namespace collector
