#include "cli/log.h"

#include "cli/session.h"
#include "core/log.h"

namespace collector {

namespace {

std::string level_of(const Session& session) {
  if (!session.options().log_level.empty()) return session.options().log_level;
  switch (session.verbosity()) {
    case Verbosity::Quiet:
      return "error";
    case Verbosity::Normal:
      return "warn";
    case Verbosity::Verbose:
      return "info";
  }
  return "warn";
}

}  // namespace

void set_up_log(const Session& session) {
  set_up_log(level_of(session), session.colour_wanted());
}

}  // namespace collector
