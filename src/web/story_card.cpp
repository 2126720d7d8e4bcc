#include "web/story_card.h"

#include "config/config.h"
#include "core/json.h"
#include "core/months.h"
#include "core/sections.h"
#include "export/links.h"
#include "export/phrases.h"
#include "export/titles.h"
#include "fetch/web_url.h"
#include "review/decision_text.h"
#include "review/explanation.h"
#include "review/review.h"
#include "store/standing.h"
#include "web/month_query.h"

#include <fmt/format.h>

#include <algorithm>

namespace collector {

namespace {

constexpr std::size_t kExcerptBytes = 320;

const std::vector<Decision>& decisions_on(const std::string& id, const Month& month) {
  static const std::vector<Decision> none;
  const auto found = month.decisions.find(id);
  return found == month.decisions.end() ? none : found->second;
}

/// Those on all items of a story, oldest first.
std::vector<Decision> decisions_on(const Story& story, const Month& month) {
  std::vector<Decision> all;
  for (const StoredItem* item : story.items) {
    const auto& some = decisions_on(item->id, month);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::sort(all.begin(), all.end(),
            [](const Decision& a, const Decision& b) { return a.number < b.number; });
  return all;
}

std::string feed_name(const Item& item) {
  return item.feed.empty() ? "added by hand" : item.feed;
}

Json other_sources(const Story& story, const Month& month) {
  Json sources = Json::array();
  for (const StoredItem* source : story.items) {
    if (source == story.items.front()) continue;
    sources.push_back({{"id", source->id},
                       {"source_title", printed_title(*source)},
                       {"source_url", safe_link(item_link(source->item))},
                       {"feed", feed_name(source->item)},
                       {"source_reference", story_reference({{source}, {}}, month)}});
  }
  return sources;
}

/// Links that neither the title nor a source shows already.
Json other_links(const Story& story) {
  std::vector<std::string> shown;
  Json links = Json::array();
  for (const StoredItem* source : story.items)
    shown.push_back(item_link(source->item));
  for (const StoredItem* source : story.items) {
    for (const std::string& link : item_links(source->item)) {
      const auto parsed = parse_web_url(link);
      if (!parsed || std::find(shown.begin(), shown.end(), link) != shown.end()) continue;
      shown.push_back(link);
      links.push_back({{"link", safe_link(link)}, {"host", parsed->host}});
    }
  }
  return links;
}

/// Why it is here and why in this section.
Json reasons(const Candidate& candidate) {
  const StoredItem& lead = *candidate.story.items.front();
  Json why = Json::array();
  if (lead.moved) {
    why.push_back("a reviewer put it into this section");
  } else {
    for (const std::string& reason : lead.item.reasons)
      why.push_back(reason);
  }
  for (const std::string& evidence : candidate.story.evidence)
    why.push_back("one story, " + evidence);
  return why;
}

Json warnings(const Candidate& candidate) {
  const StoredItem& lead = *candidate.story.items.front();
  Json found = Json::array();
  if (!candidate.left_out.empty() && story_state(candidate.story) == State::Undecided)
    found.push_back(candidate.left_out);
  if (lead.state == State::Noise || lead.state == State::Quarantined)
    found.push_back(state_meaning(lead));
  if (is_section_guessed(lead)) found.push_back("the section is a guess");
  for (const std::string& remark : remarks(lead))
    found.push_back(remark);
  return found;
}

Json section_choices(const Item& item, const Config& config) {
  Json choices = Json::array();
  for (const Section& section : config.newsletter.sections) {
    choices.push_back({{"name", section.name},
                       {"heading", section.heading},
                       {"current", section.name == item.section}});
  }
  return choices;
}

/// The vendor's bullet that a story stands below: one that several pieces of news share.
std::string bullet_group(const Candidate& candidate, const Month& month) {
  const Item& lead = candidate.story.lead();
  const auto shares = [&](const Candidate& other) {
    const Item& item = other.story.lead();
    const bool same = !lead.project.empty() && item.project == lead.project;
    const Shelf shelf = shelf_of(other);
    return &other != &candidate && (shelf == Shelf::Open || shelf == Shelf::Kept) &&
           item.section == lead.section &&
           ((item.group == lead.group && !same) || item.project == lead.group);
  };
  const bool shared = !lead.group.empty() && std::ranges::any_of(month.candidates, shares);
  return shared ? lead.group : "";
}

/// The latest standing decision, and what anybody has noted.
void add_decisions(const Story& story, const Month& month, Json& card) {
  const std::vector<Decision> all = decisions_on(story, month);
  Json notes = Json::array();
  for (const Decision& decision : all) {
    if (decision.kind == DecisionKind::Note) notes.push_back(decision_line(decision));
  }
  card["notes"] = notes;
  std::vector<Decision> standing = standing_decisions(all);
  std::erase_if(standing, [](const Decision& d) { return d.kind == DecisionKind::Note; });
  card["decided"] = standing.empty() ? Json(nullptr) : decision_line(standing.back());
}

std::string state_label(const Candidate& candidate) {
  switch (story_state(candidate.story)) {
    case State::Kept:
      return "Kept";
    case State::Printed:
      return "Printed";
    case State::Dropped:
      return "Dropped";
    case State::Removed:
      return "Removed from the draft";
    case State::Quarantined:
      return "In quarantine";
    case State::Noise:
      return "Set aside";
    case State::Undecided:
      break;
  }
  return candidate.left_out.empty() ? "To decide" : "Set aside";
}

}  // namespace

Json story_card(const Candidate& candidate, const Month& month, const Config& config) {
  const Story& story = candidate.story;
  const StoredItem& lead = *story.items.front();
  const Item& item = lead.item;
  Json card{{"id", lead.id},
            {"reference", story_reference(story, month)},
            {"story_title", printed_title(lead)},
            {"feed_title", lead.edited_title.empty() ? "" : item.title},
            {"story_url", safe_link(item_link(item))},
            {"shelf", to_string(shelf_of(candidate))},
            {"state_label", state_label(candidate)},
            {"datetime", format_utc(item.date)},
            {"day", day_text(item.date)},
            {"feed_name", feed_name(item)},
            {"author", item.author},
            {"language", item.language},
            {"project", item.project},
            {"version", item.version},
            {"group", item.group},
            {"excerpt", excerpt(item.summary, kExcerptBytes)},
            {"own_text", lead.edited_text},
            {"bullet", month.markdown->of(story, bullet_group(candidate, month))},
            {"why", reasons(candidate)},
            {"warnings", warnings(candidate)},
            {"choices", section_choices(item, config)},
            {"sources", other_sources(story, month)},
            {"links", other_links(story)}};
  card["more"] = !card["sources"].empty() || !card["links"].empty();
  card["printed"] = story_state(story) == State::Printed;
  add_decisions(story, month, card);
  return card;
}

std::string story_reference(const Story& story, const Month& month) {
  std::string reference;
  for (const StoredItem* item : story.items) {
    if (!reference.empty()) reference += ' ';
    reference += fmt::format("{}.{}", item->id, latest_number(decisions_on(item->id, month)));
  }
  return reference;
}

std::string safe_link(const std::string& url) {
  return parse_web_url(url) ? url : "";
}

std::string day_text(UtcTime time) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), english_name(day.month()),
                     static_cast<int>(day.year()));
}

std::string moment_text(UtcTime time) {
  return day_text(time) + ", " + format_utc(time).substr(11, 5) + " UTC";
}

Json decision_line(const Decision& decision) {
  return {{"number", decision.number},
          {"item_id", decision.item_id},
          {"who", decision.by.who},
          {"when", moment_text(decision.by.when)},
          {"deed", deed(decision)},
          {"decision_why", decision.by.why},
          {"datetime", format_utc(decision.by.when)}};
}

}  // namespace collector
