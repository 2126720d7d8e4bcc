// The command-line library lives in this file alone: it is by far the dearest header to
// compile.
#include "cli/cli.h"

#include "cli/command.h"
#include "cli/log.h"
#include "cli/options.h"
#include "cli/session.h"

#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <sstream>

namespace collector {

void Options::flag(const std::string& name, bool& value, const std::string& help) {
  app_.add_flag(name, value, help);
}

void Options::value(const std::string& name, const std::string& shown,
                    std::optional<int>& value, const std::string& help) {
  app_.add_option(name, value, help)->option_text(shown);
}

void Options::value(const std::string& name, const std::string& shown, std::string& value,
                    const std::string& help) {
  app_.add_option(name, value, help)->option_text(shown);
}

void Options::values(const std::string& name, const std::string& shown,
                     std::vector<std::string>& value, const std::string& help) {
  app_.add_option(name, value, help)->option_text(shown)->allow_extra_args(false);
}

void Options::choice(const std::string& name, std::string& value,
                     const std::vector<std::string>& words, const std::string& help) {
  std::string shown;
  for (const std::string& word : words)
    shown += (shown.empty() ? "" : "|") + word;
  app_.add_option(name, value, help)->option_text(shown)->check(CLI::IsMember(words));
}

void Options::argument(const std::string& shown, std::string& value, const std::string& help) {
  app_.add_option(shown, value, help)->option_text(" ")->required();
}

void Options::optional_argument(const std::string& shown, std::string& value,
                                const std::string& help) {
  app_.add_option(shown, value, help)->option_text(" ");
}

void Options::arguments(const std::string& shown, std::vector<std::string>& value,
                        const std::string& help) {
  app_.add_option(shown, value, help)->option_text("...")->required();
}

namespace {

constexpr const char* kDescription =
    "Gathers a community's news from its feeds and drafts the monthly newsletter.";
constexpr const char* kFooter =
    "Start with 'collector demo', then 'collector init' for a configuration of your own.\n"
    "'collector COMMAND --help' tells more of each command.";

void declare_globals(CLI::App& app, GlobalOptions& globals) {
  app.add_option("--config", globals.config, "read this configuration")->option_text("FILE");
  app.add_option("--db", globals.database, "keep the news in this database")
      ->option_text("FILE");
  app.add_flag("-q,--quiet", globals.quiet, "say nothing when all goes well");
  app.add_flag("-v,--verbose", globals.verbose, "say more");
  app.add_option("--log-level", globals.log_level, "log from this level on")
      ->option_text("LEVEL")
      ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}));
  app.add_flag("--no-color", globals.no_color, "no colours, as NO_COLOR does");
  app.add_option("--now", globals.now, "take this moment for the present")
      ->option_text("RFC3339");
  app.set_version_flag("--version", std::string("collector ") + COLLECTOR_VERSION);
}

/// Adds `command` below `parent`; `chosen` is set to it when the command line names it.
void declare_command(CLI::App& parent, const Command& command, const Command*& chosen) {
  CLI::App* app = parent.add_subcommand(command.name, command.summary);
  if (command.declare) {
    Options options(*app);
    command.declare(options);
  }
  for (const Command& sub : command.subcommands)
    declare_command(*app, sub, chosen);
  if (!command.run) app->require_subcommand(1);
  // CLI11 calls inner commands before outer ones; the innermost is the one that is meant.
  app->callback([&command, &chosen] {
    if (chosen == nullptr) chosen = &command;
  });
}

/// One line on standard error; the exit code of the contract instead of the library's own.
ExitCode refuse(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    app.exit(error, std::cout, std::cerr);
    return ExitCode::Done;
  }
  std::string message = error.what();
  std::replace(message.begin(), message.end(), '\n', ' ');
  const auto rest = app.remaining(true);
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !rest.empty()) {
    message = "there is no command \"" + rest.front() + "\"";
  }
  std::cerr << "collector: " << message << "; see 'collector --help'\n";
  return ExitCode::Misused;
}

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
  GlobalOptions globals;
  const std::vector<Command> commands = all_commands();
  const Command* chosen = nullptr;

  CLI::App app(kDescription, "collector");
  app.fallthrough();  // before the first subcommand: children copy it when they are made
  app.footer(kFooter);
  declare_globals(app, globals);
  for (const Command& command : commands)
    declare_command(app, command, chosen);
  app.require_subcommand(1);

  try {
    app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
  } catch (const CLI::ParseError& error) {
    return refuse(app, error);
  }
  return run_command(*chosen, globals);
}

}  // namespace collector
