#include "cli/commands/commands.h"

namespace collector {

std::vector<Command> all_commands() {
  return {parse_command()};
}

}  // namespace collector
