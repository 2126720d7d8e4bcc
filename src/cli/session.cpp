#include "cli/session.h"

#include "core/error.h"
#include "normalise/date.h"

#include <utility>

namespace collector {

namespace {

UtcTime start_of_run(const std::string& given) {
  if (given.empty()) {
    return std::chrono::floor<seconds>(std::chrono::system_clock::now());
  }
  if (const auto time = parse_date(given)) return *time;
  throw UsageError("--now: wants a time such as 2024-02-01T00:00:00Z, got \"" + given + "\"");
}

}  // namespace

Session::Session(GlobalOptions options)
    : options_(std::move(options)), now_(start_of_run(options_.now)) {}

Verbosity Session::verbosity() const {
  if (options_.quiet) return Verbosity::Quiet;
  return options_.verbose ? Verbosity::Verbose : Verbosity::Normal;
}

}  // namespace collector
