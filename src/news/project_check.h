// What is wrong with a list of projects, though each of them is well written.
#pragma once

#include "core/newsletter.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// Names, aliases and repositories that two projects claim: one plain sentence each, in the
/// order of `projects`; none when all is well.
std::vector<std::string> project_quarrels(std::span<const Project> projects);

}  // namespace collector
