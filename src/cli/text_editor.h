// The editor of the person at the keyboard.
#pragma once

#include <string>

namespace collector {

/// Opens the file at `path` in $VISUAL, else $EDITOR, else vi, and waits until it is closed.
/// Throws Error when the editor cannot be run or says that it failed.
void edit_file(const std::string& path);

}  // namespace collector
