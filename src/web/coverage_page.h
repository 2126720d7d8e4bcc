// What an issue may be missing, as a page.
#pragma once

#include "config/config.h"
#include "core/json.h"
#include "store/store.h"

#include <string>

namespace collector {

/// The values of pages/coverage.html: what `report` tells of this month.
Json coverage_page(const std::string& month, const Config& config, Store& store);

}  // namespace collector
