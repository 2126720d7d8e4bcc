#include "cli/cli.h"

#include "cli/command.h"
#include "cli/command_line.h"
#include "cli/log.h"
#include "cli/session.h"
#include "core/credentials.h"
#include "core/shown_text.h"

#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

namespace {

ExitCode run_command(const Command& command, const GlobalOptions& globals) {
  Session session(globals);
  set_up_log(session);
  return command.run(session);
}

ExitCode run(const std::vector<std::string>& arguments) {
  const std::vector<CommandGroup> commands = all_commands();
  const CommandLine line = read_command_line(arguments, commands);
  const ExitCode code =
      line.command == nullptr ? line.code : run_command(*line.command, line.globals);
  std::cout.flush();
  if (!std::cout) throw Error("standard output: cannot be written to; is the disk full?");
  return code;
}

/// What stopped the work, on one line, though it may name what a stranger or a pipe has said,
/// and without the passwords of addresses that were refused.
ExitCode failed(ExitCode code, std::string_view what) {
  std::cerr << "collector: " << harmless(mask_credentials(what)) << '\n';
  return code;
}

}  // namespace

ExitCode run_cli(const std::vector<std::string>& arguments) {
  try {
    return run(arguments);
  } catch (const Error& error) {
    return failed(error.exit_code(), error.what());
  } catch (const std::filesystem::filesystem_error& error) {
    return failed(ExitCode::Failed, error.path1().native() + ": " + error.code().message());
  } catch (const std::bad_alloc&) {
    std::cerr << "collector: there is not enough memory\n";  // not even for making it harmless
    return ExitCode::Failed;
  } catch (const std::exception& error) {
    return failed(ExitCode::Failed, std::string("unexpected: ") + error.what());
  }
}

}  // namespace collector
