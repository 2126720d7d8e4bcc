// The subcommands of `feeds`, one file each.
#pragma once

#include "cli/command.h"

namespace collector {

Command feeds_check_command();
Command feeds_add_command();
Command feeds_discover_command();
Command feeds_import_command();
Command feeds_export_command();

}  // namespace collector
