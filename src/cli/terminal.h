// What we know of the terminal.
#pragma once

#include <optional>

namespace collector {

/// Columns of the terminal on standard output; nothing when it is none.
std::optional<int> output_columns();

/// Is standard error a terminal that can redraw a line?
bool errors_on_terminal();

}  // namespace collector
