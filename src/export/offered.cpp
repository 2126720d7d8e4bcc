#include "export/offered.h"

#include "news/names.h"
#include "news/release.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace collector {

namespace {

/// What a digest tells of: its links and its releases.
using Told = std::unordered_set<std::string>;

/// Each version of an entry's project; none of what is no release.
std::vector<std::string> releases_of(const DigestEntry& entry) {
  std::vector<std::string> releases;
  for (const std::string& version : entry.versions)
    if (entry.release)
      releases.push_back(fold_name(entry.project) + ' ' + version_key(version));
  return releases;
}

void add_told(const std::vector<DigestEntry>& entries, Told& told) {
  for (const DigestEntry& entry : entries) {
    told.insert(entry.urls.begin(), entry.urls.end());
    for (std::string& release : releases_of(entry))
      told.insert(std::move(release));
    add_told(entry.entries, told);
  }
}

Told told_by(const std::vector<DigestSection>& sections) {
  Told told;
  for (const DigestSection& section : sections)
    add_told(section.entries, told);
  return told;
}

bool is_known(const DigestEntry& entry, const Told& told) {
  const auto known = [&](const std::string& one) { return told.contains(one); };
  const auto inner = [&](const DigestEntry& one) { return is_known(one, told); };
  const std::vector<std::string> releases = releases_of(entry);
  return std::ranges::any_of(entry.urls, known) ||
         (!releases.empty() && std::ranges::all_of(releases, known)) ||
         (!entry.entries.empty() && std::ranges::all_of(entry.entries, inner));
}

}  // namespace

void offer(Digest& digest, const Digest& others, const std::string& hint) {
  const Told printed = told_by(digest.sections);
  for (const DigestSection& section : others.sections) {
    for (DigestEntry entry : section.entries) {
      // Several steps of one extension share its page.
      if (section.subsection.empty() && is_known(entry, printed)) continue;
      entry.hints.insert(entry.hints.begin(), hint);
      same_section(section, digest.offered).entries.push_back(std::move(entry));
    }
  }
}

std::optional<ClosedDays> closed_before(const Window& window, std::span<const Issue> issues) {
  const Issue* last = nullptr;
  std::optional<UtcTime> oldest;
  for (const Issue& issue : issues) {
    if (issue.reopened || issue.window.from >= window.from) continue;
    oldest = std::min(oldest.value_or(issue.window.from), issue.window.from);
    if (last == nullptr || last->window.from < issue.window.from) last = &issue;
  }
  if (last == nullptr) return std::nullopt;
  return ClosedDays{
      {last->window.from, window.from}, {*oldest, last->window.from}, last->closed};
}

Digest with_offered(Digest digest) {
  for (DigestSection& section : digest.offered) {
    auto& entries = same_section(section, digest.sections).entries;
    std::move(section.entries.begin(), section.entries.end(), std::back_inserter(entries));
  }
  digest.offered.clear();
  return digest;
}

}  // namespace collector
