#include "export/standing.h"

#include "core/sections.h"
#include "export/text_lines.h"
#include "newsletter/read.h"

#include <algorithm>

namespace collector {

namespace {

/// A bullet's further lines, indented to belong to it.
std::string as_bullet(std::string_view text) {
  if (text.starts_with("- ")) text.remove_prefix(2);
  return indented(text, "  ");
}

DigestEntry entry_of(const StandingEntry& standing) {
  DigestEntry entry;
  entry.recurs = true;
  entry.markdown =
      standing.section == kAnnouncements ? standing.text : as_bullet(standing.text);
  const PrintedNewsletter read = read_newsletter(standing.text);
  for (const PrintedNote& note : read.notes)
    for (const PrintedLink& link : note.links)
      entry.urls.push_back(link.url);
  if (!entry.urls.empty()) entry.url = entry.urls.front();
  entry.title = standing.heading;
  if (entry.title.empty() && !read.notes.empty()) {
    const PrintedNote& first = read.notes.front();
    entry.title = first.links.empty() ? first.text : first.links.front().text;
  }
  return entry;
}

}  // namespace

DigestSection& section_of(const std::string& name, const Newsletter& newsletter,
                          Digest& digest) {
  const std::size_t place = place_of_section(name, newsletter.sections);
  auto next = digest.sections.begin();
  for (; next != digest.sections.end(); ++next) {
    if (next->section == name) return *next;
    if (place_of_section(next->section, newsletter.sections) > place) break;
  }
  const bool known = place < newsletter.sections.size();
  return *digest.sections.insert(
      next, {name, "", known ? newsletter.sections[place].heading : name, {}});
}

void add_standing(const Newsletter& newsletter, Day first, Digest& digest) {
  for (const StandingEntry& standing : newsletter.standing) {
    if (standing.until && *standing.until < first) continue;
    section_of(standing.section, newsletter, digest).entries.push_back(entry_of(standing));
  }
}

}  // namespace collector
