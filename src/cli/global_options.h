#pragma once

#include <string>

namespace collector {

/// The options that stand before or after any command, as given.
struct GlobalOptions {
  std::string config;
  std::string database;
  std::string log_level;
  std::string now;
  bool quiet = false;
  bool verbose = false;
  bool no_color = false;
};

}  // namespace collector
