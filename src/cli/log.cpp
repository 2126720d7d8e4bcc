#include "cli/log.h"

#include "cli/session.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace collector {

namespace {

spdlog::level::level_enum level_of(const Session& session) {
  if (!session.options().log_level.empty()) {
    return spdlog::level::from_str(session.options().log_level);
  }
  switch (session.verbosity()) {
    case Verbosity::Quiet:
      return spdlog::level::err;
    case Verbosity::Normal:
      return spdlog::level::warn;
    case Verbosity::Verbose:
      return spdlog::level::info;
  }
  return spdlog::level::warn;
}

}  // namespace

void set_up_log(const Session& session) {
  const auto colour =
      session.colour_wanted() ? spdlog::color_mode::automatic : spdlog::color_mode::never;
  auto logger = std::make_shared<spdlog::logger>(
      "collector", std::make_shared<spdlog::sinks::stderr_color_sink_mt>(colour));
  logger->set_level(level_of(session));
  logger->set_pattern("%^%l%$: %v");
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace collector
