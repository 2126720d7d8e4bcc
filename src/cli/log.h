// The log as the global options want it.
#pragma once

namespace collector {

class Session;

/// Sets up the log for the whole process. Called once, before a command runs.
void set_up_log(const Session& session);

}  // namespace collector
