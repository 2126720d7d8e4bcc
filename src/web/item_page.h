// Everything that is known of one item.
#pragma once

#include "core/json.h"
#include "web/months.h"

namespace collector {

struct Config;

/// The values of pages/item.html. `month` is the one that `stored` lies in.
Json item_page(const StoredItem& stored, const Month& month, const Config& config,
               Store& store);

}  // namespace collector
