#include "cli/item_output.h"

#include <nlohmann/json.hpp>

namespace collector {

using nlohmann::ordered_json;

ordered_json json_time(const std::optional<UtcTime>& time) {
  return time ? ordered_json(format_utc(*time)) : ordered_json(nullptr);
}

const std::string& readable_title(const StoredItem& stored) {
  if (!stored.edited_title.empty()) return stored.edited_title;
  return stored.item.headline.empty() ? stored.item.title : stored.item.headline;
}

ordered_json to_json(const StoredItem& stored) {
  const Item& item = stored.item;
  return {{"id", stored.id},
          {"feed", item.feed},
          {"title", item.title},
          {"headline", readable_title(stored)},
          {"url", item.url},
          {"section", item.section},
          {"project", item.project},
          {"version", item.version},
          {"language", item.language},
          {"published", json_time(item.published)},
          {"updated", json_time(item.updated)},
          {"first_seen", format_utc(stored.first_seen)},
          {"date", format_utc(item.date)},
          {"state", to_string(stored.state)},
          {"summary", item.summary},
          {"group", item.group}};
}

std::string json_text(const ordered_json& document) {
  constexpr int kIndent = 2;
  return document.dump(kIndent, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string json_line(const ordered_json& document) {
  return document.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::vector<std::string> item_row(const StoredItem& stored) {
  const std::string day = format_utc(stored.item.date).substr(0, 10);
  return {stored.id,           day,
          stored.item.section, to_string(stored.state),
          stored.item.feed,    readable_title(stored)};
}

}  // namespace collector
