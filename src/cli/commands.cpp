#include "cli/commands/commands.h"

#include "cli/commands/serve.h"

namespace collector {

namespace {

std::vector<Command> review_commands() {
  std::vector<Command> commands = decision_commands();
  commands.push_back(add_command());
  commands.push_back(review_command());
  commands.push_back(log_command());
  commands.push_back(serve_command());
  return commands;
}

}  // namespace

std::vector<CommandGroup> all_commands() {
  return {
      {"Collect the news",
       {demo_command(), init_command(), fetch_command(), status_command(), feeds_command(),
        projects_command()}},
      {"Look at it", {list_command(), show_command(), explain_command()}},
      {"Decide", review_commands()},
      {"Print the newsletter",
       {export_command(), issue_command(), report_command(), lint_command()}},
      {"Learn from what was printed",
       {learn_command(), backtest_command(), classify_command()}},
      {"Look inside", {db_command(), parse_command(), completion_command()}},
  };
}

}  // namespace collector
