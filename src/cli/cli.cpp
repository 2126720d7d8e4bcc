#include "cli/cli.h"

#include "cli/command.h"
#include "cli/command_line.h"
#include "cli/log.h"
#include "cli/session.h"

#include <iostream>
#include <string>
#include <vector>

namespace collector {

namespace {

ExitCode run_command(const Command& command, const GlobalOptions& globals) {
  try {
    Session session(globals);
    set_up_log(session);
    const ExitCode code = command.run(session);
    std::cout.flush();
    if (!std::cout) throw Error("standard output: cannot be written to; is the disk full?");
    return code;
  } catch (const Error& error) {
    std::cerr << "collector: " << error.what() << '\n';
    return error.exit_code();
  } catch (const std::exception& error) {
    std::cerr << "collector: unexpected: " << error.what() << '\n';
    return ExitCode::Failed;
  }
}

}  // namespace

ExitCode run_cli(const std::vector<std::string>& arguments) {
  const std::vector<CommandGroup> commands = all_commands();
  const CommandLine line = read_command_line(arguments, commands);
  return line.command == nullptr ? line.code : run_command(*line.command, line.globals);
}

}  // namespace collector
