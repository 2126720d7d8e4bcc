// A digest as JSON, for programs.
#pragma once

#include "export/digest.h"

#include <string>

namespace collector {

/// The contract's shape of `export --format json`; ends with a line break.
std::string to_json(const Digest& digest);

}  // namespace collector
