#include "web/month_page.h"

#include "config/config.h"
#include "core/json.h"
#include "core/sections.h"
#include "newsletter/days.h"
#include "web/story_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace collector {

namespace {

constexpr std::size_t kPageStories = 50;

constexpr std::array<const char*, kShelves.size()> kShelfTitles{"To decide", "Kept", "Dropped",
                                                                "Set aside"};

/// How many stories of a section, or of the month, lie where.
struct Counts {
  std::array<int, kShelves.size()> on{};

  [[nodiscard]] int at(Shelf shelf) const { return on[static_cast<std::size_t>(shelf)]; }

  [[nodiscard]] int candidates() const {
    return at(Shelf::Open) + at(Shelf::Kept) + at(Shelf::Dropped);
  }
};

/// A story that the filters let through, and where it stands in the list.
struct Listed {
  const Candidate* candidate;
  std::size_t section;
  Shelf shelf;

  bool operator<(const Listed& other) const {
    return std::tie(section, shelf) < std::tie(other.section, other.shelf);
  }
};

/// The newsletter's sections, then any that only items name.
std::vector<Section> sections_of(const MonthView& view) {
  std::vector<Section> sections = view.config.newsletter.sections;
  for (const Candidate& candidate : view.month.candidates)
    add_section_once(candidate.story.lead().section, sections);
  return sections;
}

bool is_from(const Story& story, const std::string& feed) {
  return std::any_of(story.items.begin(), story.items.end(),
                     [&](const StoredItem* item) { return item->item.feed == feed; });
}

bool is_found(const Story& story, const std::set<std::string>& ids) {
  return std::any_of(story.items.begin(), story.items.end(),
                     [&](const StoredItem* item) { return ids.contains(item->id); });
}

/// Feed and words let it through: the filters that counts go by.
bool matches(const Candidate& candidate, const MonthView& view) {
  if (!view.query.feed.empty() && !is_from(candidate.story, view.query.feed)) return false;
  return !view.found || is_found(candidate.story, *view.found);
}

/// One walk over the month for all that the page says of it.
struct Survey {
  explicit Survey(const MonthView& view)
      : sections(sections_of(view)), counts(sections.size()) {
    for (const Candidate& candidate : view.month.candidates) {
      const std::size_t section = place_of_section(candidate.story.lead().section, sections);
      const Shelf shelf = shelf_of(candidate);
      ++month.on[static_cast<std::size_t>(shelf)];
      if (!matches(candidate, view)) continue;
      ++counts[section].on[static_cast<std::size_t>(shelf)];
      const std::string& wanted = view.query.section;
      if (!wanted.empty() && sections[section].name != wanted) continue;
      ++selected.on[static_cast<std::size_t>(shelf)];
      if (view.query.shows(shelf)) listed.push_back({&candidate, section, shelf});
    }
    std::stable_sort(listed.begin(), listed.end());
  }

  std::vector<Section> sections;
  std::vector<Counts> counts;  // by section, of what feed and words let through
  Counts month;                // of everything
  Counts selected;             // of what all filters but the state let through
  std::vector<Listed> listed;
};

MonthQuery first_page(MonthQuery query) {
  query.page = 1;
  return query;
}

Json state_links(const Survey& survey, const MonthQuery& query) {
  MonthQuery link = first_page(query);
  link.state.clear();
  Json links = Json::array();
  links.push_back({{"label", "All"},
                   {"href", link.url()},
                   {"count", survey.selected.candidates()},
                   {"current", query.state.empty()}});
  for (const Shelf shelf : kShelves) {
    link.state = to_string(shelf);
    links.push_back({{"label", kShelfTitles[static_cast<std::size_t>(shelf)]},
                     {"href", link.url()},
                     {"count", survey.selected.at(shelf)},
                     {"current", query.state == link.state}});
  }
  return links;
}

Json section_links(const Survey& survey, const MonthQuery& query) {
  MonthQuery link = first_page(query);
  Json links = Json::array();
  for (std::size_t i = 0; i < survey.sections.size(); ++i) {
    const Section& section = survey.sections[i];
    const Counts& counts = survey.counts[i];
    const int aside = counts.at(Shelf::Aside);
    link.section = section.name;
    links.push_back({{"heading", section.heading},
                     {"href", link.url()},
                     {"open", counts.at(Shelf::Open)},
                     {"total", counts.candidates()},
                     {"quiet", counts.candidates() + (query.state == "aside" ? aside : 0) == 0},
                     {"done", counts.candidates() > 0 && counts.at(Shelf::Open) == 0},
                     {"current", query.section == section.name}});
  }
  return links;
}

Json feed_choices(const MonthView& view) {
  std::map<std::string, int> feeds;
  for (const StoredItem& stored : view.month.items)
    ++feeds[stored.item.feed];
  feeds.erase("");
  Json choices = Json::array();
  for (const auto& [name, count] : feeds) {
    choices.push_back(
        {{"choice", name}, {"count", count}, {"current", name == view.query.feed}});
  }
  return choices;
}

Json progress(const Counts& month) {
  const int total = month.candidates();
  const int decided = total - month.at(Shelf::Open);
  return {{"total", total},
          {"decided", decided},
          {"left", month.at(Shelf::Open)},
          {"all_done", total > 0 && decided == total}};
}

Json outline_of(const Survey& survey, const MonthView& view) {
  const std::string& name = view.month.name;
  const std::string& timezone = view.config.newsletter.timezone;
  MonthQuery everything = first_page(view.query);
  everything.section.clear();
  const bool filtered = !view.query.feed.empty() || view.found.has_value();
  return {{"month", name},
          {"month_title", month_title(name)},
          {"month_before", month_beside(name, timezone, -1)},
          {"month_after", month_beside(name, timezone, 1)},
          {"progress", progress(survey.month)},
          {"states", state_links(survey, view.query)},
          {"section_links", section_links(survey, view.query)},
          {"all_sections",
           {{"href", everything.url()},
            {"open", survey.month.at(Shelf::Open)},
            {"current", view.query.section.empty()}}},
          {"feed_choices", feed_choices(view)},
          {"filter_state", view.query.state},
          {"filter_section", view.query.section},
          {"filter_text", view.query.text},
          {"filtered", filtered},
          {"clear_href", "/month/" + name}};
}

std::string count_text(const Counts& counts) {
  const int all = counts.candidates();
  if (counts.at(Shelf::Open) > 0)
    return fmt::format("{} to decide of {}", counts.at(Shelf::Open), all);
  if (all == 0) return fmt::format("{} set aside", counts.at(Shelf::Aside));
  return fmt::format("{} {}, all decided", all, all == 1 ? "story" : "stories");
}

/// What stands above the stories of a section.
Json section_head(const Survey& survey, std::size_t section) {
  const Counts& counts = survey.counts[section];
  const Section& named = survey.sections[section];
  return {{"section_name", named.name},
          {"heading", named.heading},
          {"parent", named.parent},
          {"count_text", count_text(counts)}};
}

/// The stories from `first` on, as many as a page has, below their sections.
Json blocks(const Survey& survey, std::size_t first, const MonthView& view) {
  Json sections = Json::array();
  std::optional<std::size_t> open;
  const std::size_t end = std::min(survey.listed.size(), first + kPageStories);
  for (std::size_t i = first; i < end; ++i) {
    const Listed& listed = survey.listed[i];
    if (open != listed.section) {
      sections.push_back(section_head(survey, listed.section));
      sections.back()["stories"] = Json::array();
    }
    open = listed.section;
    Json card = story_card(*listed.candidate, view.month, view.config);
    const std::size_t next = i + 1 < end ? i + 1 : i;
    card["next"] = survey.listed[next].candidate->story.items.front()->id;
    sections.back()["stories"].push_back(std::move(card));
  }
  return sections;
}

Json pager(std::size_t pages, const MonthQuery& query) {
  if (pages < 2) return nullptr;
  MonthQuery link = query;
  Json pager{{"number", query.page}, {"pages", pages}};
  link.page = query.page - 1;
  pager["before"] = link.page > 0 ? link.url() : "";
  link.page = query.page + 1;
  pager["after"] = static_cast<std::size_t>(link.page) <= pages ? link.url() : "";
  return pager;
}

}  // namespace

Json month_outline(const MonthView& view) {
  const Survey survey(view);
  Json outline = outline_of(survey, view);
  outline["section_heads"] = Json::array();
  for (std::size_t i = 0; i < survey.sections.size(); ++i)
    outline["section_heads"].push_back(section_head(survey, i));
  return outline;
}

Json month_page(const MonthView& view) {
  const Survey survey(view);
  const std::size_t pages =
      std::max<std::size_t>(1, (survey.listed.size() + kPageStories - 1) / kPageStories);
  MonthQuery query = view.query;
  query.page = std::min(query.page, static_cast<int>(pages));
  Json page = outline_of(survey, view);
  page["sections"] =
      blocks(survey, (static_cast<std::size_t>(query.page) - 1) * kPageStories, view);
  page["pager"] = pager(pages, query);
  page["choices"] = Json::array();
  for (const Section& section : view.config.newsletter.sections)
    page["choices"].push_back({{"name", section.name}, {"heading", section.heading}});
  page["nothing"] = survey.listed.empty();
  page["empty_month"] = view.month.candidates.empty();
  page["back"] = query.url();
  return page;
}

std::vector<const Candidate*> candidates_with(std::span<const std::string> ids,
                                              const Month& month) {
  std::vector<const Candidate*> found;
  for (const Candidate& candidate : month.candidates) {
    const auto& items = candidate.story.items;
    const bool has = std::any_of(items.begin(), items.end(), [&](const StoredItem* item) {
      return std::find(ids.begin(), ids.end(), item->id) != ids.end();
    });
    if (has) found.push_back(&candidate);
  }
  return found;
}

std::string month_beside(const std::string& month, const std::string& timezone, int direction) {
  const Window window = month_window(month, timezone);
  const UtcTime inside = direction < 0 ? window.from - std::chrono::days{1} : window.until;
  return month_at(inside, timezone);
}

std::string month_title(const std::string& month) {
  const std::string day = day_text(month_window(month, "UTC").from);
  return day.substr(day.find(' ') + 1);
}

}  // namespace collector
