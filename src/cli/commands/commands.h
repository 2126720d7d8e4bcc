// The commands, one function each, defined in a file of its own beside this one.
#pragma once

#include "cli/command.h"

#include <vector>

namespace collector {

Command demo_command();
Command init_command();
Command fetch_command();
Command status_command();
Command feeds_command();
Command projects_command();

Command list_command();
Command show_command();
Command explain_command();

/// keep, drop, move, edit, merge, split, note, undo
std::vector<Command> decision_commands();
Command add_command();
Command log_command();
Command review_command();

Command export_command();
Command issue_command();
Command report_command();
Command learn_command();
Command lint_command();

Command db_command();
Command parse_command();
Command backtest_command();
Command classify_command();
Command completion_command();

}  // namespace collector
