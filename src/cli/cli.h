// The command line: reads it, sets up the log, runs one command.
#pragma once

#include "core/error.h"

#include <string>
#include <vector>

namespace collector {

/// Runs `collector ARGUMENTS…`. Never throws: an Error becomes one line on standard error and
/// its exit code.
ExitCode run_cli(const std::vector<std::string>& arguments);

}  // namespace collector
