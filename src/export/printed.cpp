#include "export/printed.h"

#include "core/canonical_url.h"
#include "core/url.h"

#include <algorithm>
#include <unordered_set>

namespace collector {

namespace {

using Pages = std::unordered_set<std::string>;

/// Where projects live: what a bullet links beside its news.
Pages homes_of(const ProjectRegistry& projects) {
  Pages homes;
  for (const Project& project : projects.all()) {
    homes.insert(canonical_url(project.home));
    homes.insert(canonical_url(project.changelog));
    for (const std::string& repository : project.repositories)
      homes.insert(canonical_url(repository));
  }
  return homes;
}

void add_entry(const DigestSection& section, const DigestEntry& entry, const Pages& homes,
               std::vector<PrintedEntry>& printed) {
  if (entry.recurs) return;
  if (!entry.url.empty()) {
    PrintedEntry one{section.section, entry.title, entry.project, entry.ids, entry.versions,
                     entry.urls,      {}};
    // The steps of an extension share its page: they are known by their ids alone.
    for (const std::string& url : entry.urls) {
      std::string page = section.subsection.empty() ? canonical_url(url) : std::string();
      if (!page.empty() && !is_front_page(page) && !homes.contains(page))
        one.pages.push_back(std::move(page));
    }
    printed.push_back(std::move(one));
  }
  for (const DigestEntry& inner : entry.entries)
    add_entry(section, inner, homes, printed);
}

}  // namespace

std::vector<PrintedRelease> printed_releases(std::span<const Issue> issues, UtcTime start) {
  std::vector<PrintedRelease> releases;
  for (const Issue& issue : issues) {
    if (issue.reopened || issue.window.until > start) continue;
    for (const PrintedEntry& entry : issue.entries)
      if (!entry.project.empty() && !entry.versions.empty())
        releases.push_back({entry.project, entry.urls});
  }
  return releases;
}

std::vector<PrintedEntry> printed_entries(const Digest& digest,
                                          const ProjectRegistry& projects) {
  const Pages homes = homes_of(projects);
  std::vector<PrintedEntry> printed;
  for (const DigestSection& section : digest.sections) {
    for (const DigestEntry& entry : section.entries)
      add_entry(section, entry, homes, printed);
  }
  return printed;
}

}  // namespace collector
