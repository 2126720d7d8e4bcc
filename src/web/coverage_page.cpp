#include "web/coverage_page.h"

#include "config/config.h"
#include "core/json.h"
#include "export/titles.h"
#include "report/report.h"
#include "web/month_page.h"
#include "web/story_card.h"

#include <algorithm>
#include <array>

namespace collector {

namespace {

constexpr std::size_t kMostItems = 30;

Json line(const FeedTrouble& trouble) {
  return {{"name", trouble.feed},
          {"url", safe_link(trouble.url)},
          {"problem", trouble.problem},
          {"since", trouble.since ? Json(day_text(*trouble.since)) : Json(nullptr)}};
}

Json line(const SilentSource& source) {
  return {{"name", source.name},
          {"section", source.section},
          {"before", source.before},
          {"last", day_text(source.last)}};
}

Json line(const NotAgain& missing) {
  return {{"name", missing.name}, {"section", missing.section}, {"titles", missing.titles}};
}

Json line(const StoredItem& stored) {
  return {{"id", stored.id},
          {"name", printed_title(stored)},
          {"feed", stored.item.feed},
          {"day", day_text(stored.item.date)},
          {"came", day_text(stored.first_seen)}};
}

/// A block of the page: its things, at most `most` of them; null when there are none.
template <typename T>
Json block(const std::vector<T>& things, std::size_t most = SIZE_MAX) {
  if (things.empty()) return nullptr;
  const std::size_t shown = std::min(most, things.size());
  Json lines = Json::array();
  for (std::size_t i = 0; i < shown; ++i)
    lines.push_back(line(things[i]));
  return {{"count", things.size()},
          {"things", std::move(lines)},
          {"unshown", shown < things.size() ? Json(things.size() - shown) : Json(nullptr)}};
}

/// How many items of each section wait for a decision, in the newsletter's order.
Json undecided_block(const CoverageReport& report, const Config& config) {
  if (report.undecided.empty()) return nullptr;
  Json sections = Json::array();
  for (const Section& section : config.newsletter.sections) {
    const auto count = std::count_if(
        report.undecided.begin(), report.undecided.end(),
        [&](const StoredItem& stored) { return stored.item.section == section.name; });
    if (count == 0) continue;
    MonthQuery query;
    query.month = report.month;
    query.section = section.name;
    query.state = to_string(Shelf::Open);
    sections.push_back({{"heading", section.heading}, {"count", count}, {"href", query.url()}});
  }
  return {{"count", report.undecided.size()}, {"sections", std::move(sections)}};
}

/// What was looked for and not found, for those who wonder.
Json clean_checks(const Json& page) {
  constexpr std::array<std::array<const char*, 2>, 5> kChecks{
      {{"failed", "every feed is well"},
       {"overflowed", "no feed held more than it showed"},
       {"silent", "nobody has gone silent"},
       {"late", "nothing came late"},
       {"undecided", "everything is decided"}}};
  Json clean = Json::array();
  for (const auto& [name, words] : kChecks) {
    if (page[name].is_null()) clean.push_back(words);
  }
  return clean;
}

}  // namespace

Json coverage_page(const std::string& month, const Config& config, Store& store) {
  const CoverageReport report = coverage_report(store, config, month);
  Json page{{"month", month},
            {"month_title", month_title(month)},
            {"month_before", month_beside(month, config.newsletter.timezone, -1)},
            {"month_after", month_beside(month, config.newsletter.timezone, 1)},
            {"items", report.items},
            {"failed", block(report.failed)},
            {"overflowed", block(report.overflowed)},
            {"silent", block(report.silent)},
            {"late", block(report.late, kMostItems)},
            {"undecided", undecided_block(report, config)},
            {"last_issue", report.last_issue.empty() ? "" : month_title(report.last_issue)},
            {"not_again", block(report.not_again)}};
  page["clean"] = clean_checks(page);
  page["has_clean"] = !page["clean"].empty();
  return page;
}

}  // namespace collector
