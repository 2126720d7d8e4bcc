// What an issue may be missing, as a page.
#pragma once

#include "core/json.h"

#include <string>

namespace collector {

struct Config;
class Store;

/// The values of pages/coverage.html: what `report` tells of this month.
Json coverage_page(const std::string& month, const Config& config, Store& store);

}  // namespace collector
