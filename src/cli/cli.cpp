#include "cli/cli.h"

#include "cli/command.h"
#include "cli/command_line.h"
#include "cli/log.h"
#include "cli/session.h"

#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <string>
#include <vector>

namespace collector {

namespace {

ExitCode run_command(const Command& command, const GlobalOptions& globals) {
  Session session(globals);
  set_up_log(session);
  const ExitCode code = command.run(session);
  std::cout.flush();
  if (!std::cout) throw Error("standard output: cannot be written to; is the disk full?");
  return code;
}

ExitCode run(const std::vector<std::string>& arguments) {
  const std::vector<CommandGroup> commands = all_commands();
  const CommandLine line = read_command_line(arguments, commands);
  return line.command == nullptr ? line.code : run_command(*line.command, line.globals);
}

/// One line of what stopped the work.
template <typename... Parts>
ExitCode failed(ExitCode code, const Parts&... parts) {
  std::cerr << "collector: ";
  (std::cerr << ... << parts) << '\n';
  return code;
}

}  // namespace

ExitCode run_cli(const std::vector<std::string>& arguments) {
  try {
    return run(arguments);
  } catch (const Error& error) {
    return failed(error.exit_code(), error.what());
  } catch (const std::filesystem::filesystem_error& error) {
    return failed(ExitCode::Failed, error.path1().native(), ": ", error.code().message());
  } catch (const std::bad_alloc&) {
    return failed(ExitCode::Failed, "there is not enough memory");
  } catch (const std::exception& error) {
    return failed(ExitCode::Failed, "unexpected: ", error.what());
  }
}

}  // namespace collector
