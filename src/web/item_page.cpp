#include "web/item_page.h"

#include "core/json.h"
#include "export/titles.h"
#include "review/explanation.h"
#include "store/decisions.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"
#include "web/month_page.h"
#include "web/story_card.h"

#include <fmt/format.h>

#include <array>

namespace collector {

namespace {

Json former_versions(const ItemHistory& history) {
  Json versions = Json::array();
  for (const ItemVersion& version : history.versions) {
    versions.push_back({{"former_title", version.title},
                        {"former_url", version.url},
                        {"until", moment_text(version.replaced)}});
  }
  return versions;
}

Json log_of(const std::string& id, Decisions& decisions) {
  Json lines = Json::array();
  for (const Decision& decision : decisions.on(id))
    lines.push_back(decision_line(decision));
  return lines;
}

}  // namespace

Json item_page(const StoredItem& stored, const Month& month, const Config& config,
               Store& store) {
  const Item& item = stored.item;
  Json page{
      {"item_title", printed_title(stored)},
      {"id", stored.id},
      {"month", month.name},
      {"month_title", month_title(month.name)},
      {"state_text", fmt::format("{}: {}", to_string(stored.state), state_meaning(stored))},
      {"date_text",
       fmt::format("{}, {}", moment_text(item.date), date_meaning(item.date_source))},
      {"first_seen", moment_text(stored.first_seen)},
      {"confidence", fmt::format("{:.0f} %", item.confidence * 100)},
      {"summary", item.summary},
      {"former", former_versions(store.items().history(stored.id))},
      {"log", log_of(stored.id, store.decisions())},
      {"back", "/item/" + stored.id},
      {"stories", Json::array()}};
  const std::array ids{stored.id};
  for (const Candidate* candidate : candidates_with(ids, month))
    page["stories"].push_back(story_card(*candidate, month, config));
  page["has_former"] = !page["former"].empty();
  page["has_log"] = !page["log"].empty();
  return page;
}

}  // namespace collector
