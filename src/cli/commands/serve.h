// The command `serve`.
#pragma once

#include "cli/command.h"

namespace collector {

Command serve_command();

}  // namespace collector
