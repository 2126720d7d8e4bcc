#include "export/events.h"

#include "core/lists.h"
#include "export/links.h"
#include "export/markdown_text.h"
#include "export/phrases.h"
#include "export/specifications.h"
#include "export/titles.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace collector {

namespace {

using std::chrono::year_month_day;

constexpr std::size_t kDescriptionBytes = 500;

constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};

/// "1st", "2nd", "23rd", "14th"
std::string ordinal(unsigned day) {
  const bool teen = day / 10 == 1;
  const char* ending = "th";
  if (!teen && day % 10 == 1) ending = "st";
  if (!teen && day % 10 == 2) ending = "nd";
  if (!teen && day % 10 == 3) ending = "rd";
  return std::to_string(day) + ending;
}

std::string month_of(const year_month_day& date) {
  return kMonths.at(unsigned{date.month()} - 1);
}

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

std::string event_date(const DaySpan& days) {
  const year_month_day first{days.first};
  const year_month_day last{days.last};
  std::string end = ordinal(unsigned{last.day()}) + ' ' + month_of(last) + ' ' +
                    std::to_string(int{last.year()});
  if (days.first == days.last) return end;
  std::string start = ordinal(unsigned{first.day()});
  if (first.year() != last.year() || first.month() != last.month())
    start += ' ' + month_of(first);
  if (first.year() != last.year()) start += ' ' + std::to_string(int{first.year()});
  return start + " - " + end;
}

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
  entry.markdown = markdown_link(event_date(item.days.front()) + ": " + entry.title,
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
