// What an issue may be missing, as a page.
#pragma once

#include "config/config.h"
#include "store/store.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace collector {

/// The values of pages/coverage.html: what `report` tells of this month.
nlohmann::json coverage_page(const std::string& month, const Config& config, Store& store);

}  // namespace collector
