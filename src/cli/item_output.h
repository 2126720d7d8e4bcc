// Items as `list` and `show` print them: the contract's JSON, table rows.
#pragma once

#include "core/item.h"
#include "core/json.h"

#include <optional>
#include <string>
#include <vector>

namespace collector {

/// The contract's shape of one element of `list`.
Json to_json(const StoredItem& stored);

/// RFC 3339, or null.
Json json_time(const std::optional<UtcTime>& time);

/// The title that people read: a reviewer's, else the recognised one, else the feed's.
const std::string& readable_title(const StoredItem& stored);

/// id, date, section, state, feed, title
std::vector<std::string> item_row(const StoredItem& stored);

}  // namespace collector
