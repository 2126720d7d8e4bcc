#include "cli/item_output.h"

#include "core/json.h"

namespace collector {

Json json_time(const std::optional<UtcTime>& time) {
  return time ? Json(format_utc(*time)) : Json(nullptr);
}

const std::string& readable_title(const StoredItem& stored) {
  if (!stored.edited_title.empty()) return stored.edited_title;
  return stored.item.headline.empty() ? stored.item.title : stored.item.headline;
}

Json to_json(const StoredItem& stored) {
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

std::vector<std::string> item_row(const StoredItem& stored) {
  const std::string day = format_day(stored.item.date);
  return {stored.id,           day,
          stored.item.section, to_string(stored.state),
          stored.item.feed,    readable_title(stored)};
}

}  // namespace collector
