// The program's log, on standard error: what a person should know although the work goes on.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// Which messages are written, for the whole process; before that, warnings and errors are.
/// `level` is one of trace, debug, info, warn, error and off; anything else is off. Lines are
/// coloured on a terminal only, and only if `colour` says so.
void set_up_log(const std::string& level, bool colour);

/// A line each; what strangers put into it is made harmless.
void log_error(std::string_view message);
void log_warning(std::string_view message);
void log_info(std::string_view message);

}  // namespace collector
