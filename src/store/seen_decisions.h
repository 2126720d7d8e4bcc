#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace collector {

/// By full id, the latest decision on an item that a reviewer knew of, notes aside; 0: none.
using SeenDecisions = std::map<std::string, std::int64_t>;

}  // namespace collector
