#include "export/events.h"

#include "core/lists.h"
#include "export/links.h"
#include "export/markdown_text.h"
#include "export/phrases.h"
#include "export/specifications.h"
#include "export/titles.h"
#include "newsletter/local_dates.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace collector {

namespace {

constexpr std::size_t kDescriptionBytes = 500;

/// " [DE / EN]", " [IT]"; nothing where the newsletter's own is all there is. `languages` are
/// BCP 47 with commas between them.
std::string languages_tag(std::string_view languages, std::string_view own) {
  if (languages.find(',') == std::string_view::npos) return language_tag(languages, own);
  std::string tags;
  while (!languages.empty()) {
    const std::size_t comma = std::min(languages.find(','), languages.size());
    const std::string letters = language_letters(languages.substr(0, comma));
    if (!letters.empty()) tags += (tags.empty() ? "" : " / ") + letters;
    languages.remove_prefix(std::min(comma + 1, languages.size()));
  }
  return tags.empty() ? "" : " [" + tags + "]";
}

bool may_be_printed(const StoredItem& event, Selection selection) {
  if (event.withdrawn && event.state != State::Kept) return false;
  // An event that one issue has printed is printed again until it is over.
  const bool kept = event.state == State::Kept || event.state == State::Printed;
  return kept || (event.state == State::Undecided && selection == Selection::Candidates);
}

bool shares_page(const DigestEntry& entry, const DigestEntry& event) {
  return std::any_of(entry.urls.begin(), entry.urls.end(), [&](const std::string& url) {
    return std::find(event.urls.begin(), event.urls.end(), url) != event.urls.end();
  });
}

/// The entry's sources are the event's from here on.
void take_over(const DigestEntry& entry, DigestEntry& event) {
  event.ids.insert(event.ids.end(), entry.ids.begin(), entry.ids.end());
  for (const std::string& url : entry.urls)
    add_once(event.urls, url);
}

}  // namespace

std::vector<StoredItem> upcoming_events(std::vector<StoredItem> events, Day first, int horizon,
                                        Selection selection) {
  const Day end = first + std::chrono::days{horizon};
  std::vector<StoredItem> upcoming;
  for (StoredItem& event : events) {
    const auto& days = event.item.days;
    const auto next = std::find_if(days.begin(), days.end(),
                                   [&](const DaySpan& span) { return span.last >= first; });
    if (next == days.end() || next->first > end || !may_be_printed(event, selection)) continue;
    event.item.days = {*next};
    upcoming.push_back(std::move(event));
  }
  std::sort(upcoming.begin(), upcoming.end(), [](const StoredItem& a, const StoredItem& b) {
    return std::tie(a.item.days, a.item.title, a.id) <
           std::tie(b.item.days, b.item.title, b.id);
  });
  return upcoming;
}

DigestEntry event_entry(const StoredItem& event, const Newsletter& newsletter) {
  const Item& item = event.item;
  DigestEntry entry;
  entry.ids = {event.id};
  entry.title = printed_title(event);
  entry.url = item_link(item);
  entry.urls = item_links(item);
  entry.language = item.language;
  entry.recurs = true;
  entry.markdown = event.edited_text;
  if (!entry.markdown.empty()) return entry;
  entry.markdown =
      markdown_link(days_name(item.days.front(), newsletter.language) + ": " + entry.title,
                    printed_link(entry.url, newsletter.site)) +
      languages_tag(item.language, newsletter.language);
  const std::string said = excerpt(item.summary, kDescriptionBytes);
  if (!said.empty() && said != item.title)
    entry.markdown += ": " + link_specifications(said, newsletter.site);
  return entry;
}

void add_events(std::span<const StoredItem> events, const Newsletter& newsletter,
                DigestSection& section) {
  std::vector<DigestEntry> entries;
  for (const StoredItem& event : events) {
    DigestEntry made = event_entry(event, newsletter);
    const auto same = [&](const DigestEntry& entry) { return shares_page(entry, made); };
    for (const DigestEntry& entry : section.entries)
      if (same(entry)) take_over(entry, made);
    std::erase_if(section.entries, same);
    entries.push_back(std::move(made));
  }
  section.entries.insert(section.entries.begin(), std::make_move_iterator(entries.begin()),
                         std::make_move_iterator(entries.end()));
}

}  // namespace collector
