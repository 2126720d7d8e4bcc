// Decisions as people read them.
#pragma once

#include "core/item.h"

#include <string>

namespace collector {

/// "2024-02-03T10:00:00Z kept by Ana: worth reading"; made harmless by whoever prints it.
std::string decision_text(const Decision& decision);

/// What was done, without who and when: "moved to talks".
std::string deed(const Decision& decision);

}  // namespace collector
