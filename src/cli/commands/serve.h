// The command `serve`.
#pragma once

#include "cli/command.h"
#include "config/serve.h"

namespace collector {

Command serve_command();

/// Whoever reaches the pages may decide: others must come through a proxy that knows them.
/// Throws where they need not: ConfigError, or UsageError for what the command line says.
void check_reach(const Serve& serve);

}  // namespace collector
