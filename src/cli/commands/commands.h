// The commands, one function each, defined in a file of its own beside this one.
#pragma once

#include "cli/command.h"

namespace collector {

Command parse_command();

}  // namespace collector
