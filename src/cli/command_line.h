// Arguments read against the table of commands.
#pragma once

#include "cli/command.h"
#include "cli/global_options.h"
#include "core/error.h"

#include <string>
#include <vector>

namespace collector {

/// What the arguments ask for.
struct CommandLine {
  const Command* command = nullptr;  // null: nothing is to be run, and why has been said
  GlobalOptions globals;
  ExitCode code = ExitCode::Done;  // when nothing is to be run
};

/// Reads the options of the command named into that command's own variables. Help and
/// complaints are printed. The command is one of `commands`.
CommandLine read_command_line(const std::vector<std::string>& given,
                              const std::vector<CommandGroup>& commands);

}  // namespace collector
