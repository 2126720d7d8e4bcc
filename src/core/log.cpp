#include "core/log.h"

#include "core/credentials.h"
#include "core/shown_text.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace collector {

void set_up_log(const std::string& level, bool colour) {
  const auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>(
      colour ? spdlog::color_mode::automatic : spdlog::color_mode::never);
  auto logger = std::make_shared<spdlog::logger>("collector", sink);
  logger->set_level(spdlog::level::from_str(level));
  logger->set_pattern("%^%l%$: %v");
  spdlog::set_default_logger(std::move(logger));
}

void log_error(std::string_view message) {
  spdlog::error(harmless(mask_credentials(message)));
}

void log_warning(std::string_view message) {
  spdlog::warn(harmless(mask_credentials(message)));
}

void log_info(std::string_view message) {
  spdlog::info(harmless(mask_credentials(message)));
}

}  // namespace collector
