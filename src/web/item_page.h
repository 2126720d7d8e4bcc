// Everything that is known of one item.
#pragma once

#include "config/config.h"
#include "web/months.h"

#include <nlohmann/json_fwd.hpp>

namespace collector {

/// The values of pages/item.html. `month` is the one that `stored` lies in.
nlohmann::json item_page(const StoredItem& stored, const Month& month, const Config& config,
                         Store& store);

}  // namespace collector
