// Items as `list` and `show` print them: the contract's JSON, table rows.
#pragma once

#include "core/item.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace collector {

/// The contract's shape of one element of `list`.
nlohmann::ordered_json to_json(const StoredItem& stored);

/// RFC 3339, or null.
nlohmann::ordered_json json_time(const std::optional<UtcTime>& time);

/// One document over several lines, with a line end; bytes that are no UTF-8 become U+FFFD.
std::string json_text(const nlohmann::ordered_json& document);
/// The same on one line, without a line end.
std::string json_line(const nlohmann::ordered_json& document);

/// The title that people read: a reviewer's, else the recognised one, else the feed's.
const std::string& readable_title(const StoredItem& stored);

/// id, date, section, state, feed, title
std::vector<std::string> item_row(const StoredItem& stored);

}  // namespace collector
