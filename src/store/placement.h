#pragma once

#include <string>
#include <vector>

namespace collector {

/// A classification to be stored anew. Decided items keep their section whatever it says.
struct Placement {
  std::string id;
  std::string section;
  bool noise = false;
  double confidence = 0;
  std::vector<std::string> reasons;
};

}  // namespace collector
