// The command-line library lives in this file alone: it is by far the dearest header to
// compile.
#include "cli/command_line.h"

#include "cli/help_block.h"
#include "cli/misuse.h"
#include "cli/options.h"
#include "core/credentials.h"
#include "core/shown_text.h"
#include "core/utf8.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <span>
#include <string>
#include <utility>

namespace collector {

void Options::flag(const std::string& name, bool& value, const std::string& help) {
  app_.add_flag(name, value, help);
}

void Options::value(const std::string& name, const std::string& shown,
                    std::optional<int>& value, const std::string& help) {
  app_.add_option(name, value, help)->option_text(shown)->check(no_number);
}

void Options::value(const std::string& name, const std::string& shown, std::string& value,
                    const std::string& help) {
  app_.add_option(name, value, help)->option_text(shown);
}

void Options::text(const std::string& name, const std::string& shown, std::string& value,
                   const std::string& help) {
  const auto trouble = [](const std::string& given) {
    return std::string(is_utf8(given) ? "" : "wants text in UTF-8");
  };
  app_.add_option(name, value, help)->option_text(shown)->check(trouble);
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
  const auto trouble = [words](const std::string& given) { return not_one_of(words, given); };
  app_.add_option(name, value, help)->option_text(shown)->check(trouble);
}

void Options::argument(const std::string& shown, std::string& value, const std::string& help) {
  app_.add_option(shown, value, help)->required()->check(no_word);
}

void Options::optional_argument(const std::string& shown, std::string& value,
                                const std::string& help) {
  app_.add_option(shown, value, help);
}

void Options::arguments(const std::string& shown, std::vector<std::string>& value,
                        const std::string& help) {
  app_.add_option(shown, value, help)->required()->check(no_word);
}

void Options::optional_arguments(const std::string& shown, std::vector<std::string>& value,
                                 const std::string& help) {
  app_.add_option(shown, value, help);
}

namespace {

constexpr const char* kDescription =
    "Gathers a community's news from its feeds and drafts the monthly newsletter.";
constexpr const char* kFirstSteps =
    "Start with 'collector demo', then 'collector init' for a configuration of your own.\n"
    "'collector COMMAND --help' tells more of each command.\n";
constexpr const char* kGlobals = "Global options, before or after the command";

// ---- the help ----

using OptionList = std::vector<const CLI::Option*>;

std::string option_label(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true);
  std::string names = option.get_name(false, true);
  if (const auto comma = names.find(','); comma != std::string::npos)
    names.insert(comma + 1, " ");
  const std::string& text = option.get_option_text();
  return text.empty() ? names : names + " " + text;
}

std::string option_block(const std::string& heading, const OptionList& options) {
  HelpRows rows;
  for (const CLI::Option* option : options)
    rows.emplace_back(option_label(*option), option->get_description());
  return help_block(heading, rows);
}

OptionList positionals_of(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

OptionList named_options_of(const CLI::App& app) {
  // Every command has --help; only the outermost one says so.
  const CLI::Option* untold = app.get_parent() == nullptr ? nullptr : app.get_help_ptr();
  return app.get_options([untold](const CLI::Option* option) {
    return !option->get_positional() && option != untold;
  });
}

/// "collector feeds add"
std::string full_name(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return (parent == nullptr ? "" : full_name(*parent) + " ") + app.get_name();
}

std::string usage(const CLI::App& app) {
  std::string text = full_name(app);
  if (!named_options_of(app).empty()) text += " [OPTION]...";
  for (const CLI::Option* option : positionals_of(app)) {
    const std::string several = option->get_expected_max() > 1 ? "..." : "";
    const std::string name = option->get_name(true) + several;
    text += option->get_required() ? " " + name : " [" + name + "]";
  }
  if (!app.get_subcommands({}).empty()) text += " COMMAND";
  return "Usage: " + text + "\n";
}

/// The commands below `app`, one block a group.
std::string command_blocks(const CLI::App& app) {
  std::vector<std::pair<std::string, HelpRows>> blocks;
  for (const CLI::App* command : app.get_subcommands({})) {
    if (blocks.empty() || blocks.back().first != command->get_group()) {
      blocks.push_back({command->get_group(), {}});
    }
    blocks.back().second.emplace_back(command->get_name(), command->get_description());
  }
  std::string text;
  for (const auto& [heading, rows] : blocks)
    text += help_block(heading, rows);
  return text;
}

/// Our own, because the library's would say "SUBCOMMAND" and "[Exactly 1 of …]".
std::string help_text(const CLI::App* app, const std::string&, CLI::AppFormatMode) {
  const bool outermost = app->get_parent() == nullptr;
  std::string text = usage(*app);
  text += "\n" + (outermost ? kDescription : sentence(app->get_description())) + "\n";
  if (!outermost && !app->get_footer().empty()) text += "\n" + app->get_footer() + "\n";
  text += command_blocks(*app);
  text += option_block("Arguments", positionals_of(*app));
  text += option_block(outermost ? kGlobals : "Options", named_options_of(*app));
  if (outermost) text += std::string("\n") + kFirstSteps;
  return text;
}

// ---- the table of commands, told to the library ----

void declare_globals(CLI::App& app, GlobalOptions& globals) {
  app.add_option("--config", globals.config, "read this configuration")->option_text("FILE");
  app.add_option("--db", globals.database, "keep the news in this database")
      ->option_text("FILE");
  app.add_flag("-q,--quiet", globals.quiet, "say nothing when all goes well");
  app.add_flag("-v,--verbose", globals.verbose, "say more");
  Options(app).choice("--log-level", globals.log_level,
                      {"trace", "debug", "info", "warn", "error", "off"}, "how much is told");
  app.add_flag("--no-color", globals.no_color, "no colours, as NO_COLOR does");
  app.add_option("--now", globals.now, "take this moment for the present")
      ->option_text("RFC3339");
  app.set_version_flag("--version", std::string("collector ") + COLLECTOR_VERSION,
                       "print the version");
  app.set_help_flag("-h,--help", "print this help");
}

/// Tells the library of the commands. Options are declared for those alone whose names stand in
/// the arguments: all of them would be a twentieth of what a start costs.
class CommandTable {
 public:
  explicit CommandTable(std::span<const std::string> arguments) : arguments_(arguments) {}

  /// The innermost command that the arguments named; null before they are parsed.
  [[nodiscard]] const Command* chosen() const { return chosen_; }

  CLI::App& declare(CLI::App& parent, const Command& command) {
    CLI::App* app = parent.add_subcommand(command.name, command.summary);
    if (std::find(arguments_.begin(), arguments_.end(), command.name) == arguments_.end())
      return *app;
    app->footer(command.details);
    if (command.declare) {
      Options options(*app);
      command.declare(options);
    }
    for (const Command& sub : command.subcommands)
      declare(*app, sub).group("Commands");
    if (!command.run) app->require_subcommand(1);
    // CLI11 calls inner commands before outer ones; the innermost is the one that is meant.
    app->callback([this, &command] {
      if (chosen_ == nullptr) chosen_ = &command;
    });
    return *app;
  }

 private:
  std::span<const std::string> arguments_;
  const Command* chosen_ = nullptr;
};

/// Those of `app` and of what it is a command of.
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* place = &app; place != nullptr; place = place->get_parent()) {
    for (const CLI::Option* option : named_options_of(*place))
      names.push_back(option->get_name(false));
  }
  return names;
}

/// The innermost command that the arguments named; the program itself where there is none.
const CLI::App& named_command(const CLI::App& app) {
  const auto named = app.get_subcommands();
  return named.empty() ? app : named_command(*named.back());
}

std::string complaint(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& place = named_command(app);
  std::vector<std::string> commands;
  for (const CLI::App* command : place.get_subcommands({}))
    commands.push_back(command->get_name());
  const auto rest = app.remaining(true);
  if (!rest.empty()) return unknown_word(rest.front(), commands, option_names(place));
  const std::string message = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return wrong_count(message);
  return message == "A subcommand is required" ? "a command is wanted" : message;
}

/// `help list` is `list --help`.
std::vector<std::string> without_help_command(std::vector<std::string> arguments) {
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  arguments.emplace_back("--help");
  return arguments;
}

/// One line on standard error; the exit code of the contract instead of the library's own.
ExitCode refuse(const CLI::App& app, const CLI::ParseError& error,
                const std::vector<std::string>& given) {
  const bool helps = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
  // "help fecth" is a slip; "fecth --help" is what completions ask while a word is typed.
  if (helps && (given.front() != "help" || app.remaining(true).empty())) {
    app.exit(error, std::cout, std::cerr);
    return ExitCode::Done;
  }
  std::cerr << "collector: " << harmless(mask_credentials(complaint(app, error))) << "; see '"
            << full_name(named_command(app)) << " --help'\n";
  return ExitCode::Misused;
}

}  // namespace

CommandLine read_command_line(const std::vector<std::string>& given,
                              const std::vector<CommandGroup>& commands) {
  const std::vector<std::string> arguments = without_help_command(given);
  CommandLine line;
  CommandTable table(arguments);

  CLI::App app(kDescription, "collector");
  app.fallthrough();  // before the first subcommand: children copy it when they are made
  app.formatter_fn(help_text);
  declare_globals(app, line.globals);
  for (const CommandGroup& group : commands) {
    for (const Command& command : group.commands)
      table.declare(app, command).group(group.heading);
  }
  app.require_subcommand(1);

  try {
    app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
    line.command = table.chosen();
  } catch (const CLI::ParseError& error) {
    line.code = refuse(app, error, given);
  }
  return line;
}

}  // namespace collector
