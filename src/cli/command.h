// One command of the table: what it is called, what it takes, what it does.
#pragma once

#include "core/error.h"

#include <functional>
#include <string>
#include <vector>

namespace collector {

class Options;
class Session;

struct Command {
  std::string name;
  std::string summary;  // one line of the help, lower case, no full stop
  std::function<void(Options&)> declare;
  std::function<ExitCode(Session&)> run;  // empty: only its subcommands do anything
  std::vector<Command> subcommands;
};

/// Every command, in the order of the help text.
std::vector<Command> all_commands();

}  // namespace collector
