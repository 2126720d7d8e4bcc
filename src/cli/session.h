// What every command finds when it starts: the global options, and what they lead to.
#pragma once

#include "core/time.h"

#include <optional>
#include <string>

namespace collector {

enum class Verbosity { Quiet, Normal, Verbose };

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

/// One run of the program.
class Session {
 public:
  explicit Session(GlobalOptions options);

  [[nodiscard]] const GlobalOptions& options() const { return options_; }

  [[nodiscard]] Verbosity verbosity() const;

  /// The time of this run: --now, else the clock at the start; the same for its whole length.
  [[nodiscard]] UtcTime now() const { return now_; }

 private:
  GlobalOptions options_;
  UtcTime now_;
};

}  // namespace collector
