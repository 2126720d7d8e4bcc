// One command of the table: what it is called, what it takes, what it does.
#pragma once

#include "core/error.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace collector {

class Options;
class Session;

struct Command {
  std::string name;
  std::string summary;  // one line of the help, lower case, no full stop
  std::string details;  // paragraphs of the command's own help, below its usage; may be empty
  std::function<void(Options&)> declare;
  std::function<ExitCode(Session&)> run;  // empty: only its subcommands do anything
  std::vector<Command> subcommands;
};

/// A command whose options are read into an `Asked` of its own.
template <typename Asked>
Command command(std::string name, std::string summary, void (*declare)(Asked&, Options&),
                ExitCode (*run)(const Asked&, Session&)) {
  auto asked = std::make_shared<Asked>();
  Command result;
  result.name = std::move(name);
  result.summary = std::move(summary);
  result.declare = [asked, declare](Options& options) { declare(*asked, options); };
  result.run = [asked, run](Session& session) { return run(*asked, session); };
  return result;
}

/// The same with paragraphs of help.
template <typename Asked>
Command command(std::string name, std::string summary, std::string details,
                void (*declare)(Asked&, Options&), ExitCode (*run)(const Asked&, Session&)) {
  Command result = command(std::move(name), std::move(summary), declare, run);
  result.details = std::move(details);
  return result;
}

/// A command that takes nothing.
inline Command command(std::string name, std::string summary, ExitCode (*run)(Session&)) {
  Command result;
  result.name = std::move(name);
  result.summary = std::move(summary);
  result.declare = [](Options&) {};
  result.run = run;
  return result;
}

/// Commands that belong together under one heading of the help.
struct CommandGroup {
  std::string heading;
  std::vector<Command> commands;
};

/// Every command, in the order of the help text.
std::vector<CommandGroup> all_commands();

}  // namespace collector
