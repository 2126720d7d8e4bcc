#include "export/offered.h"

#include "news/forge.h"
#include "news/story_keys.h"
#include "news/strangers.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace collector {

namespace {

/// What a digest tells of.
struct Told {
  std::unordered_set<std::string> links;
  std::unordered_multimap<std::string, std::string> releases;  // with the owners of their pages
};

/// Each version of an entry's project; none of what is no release or of no project.
std::vector<std::string> releases_of(const DigestEntry& entry) {
  std::vector<std::string> releases;
  for (const std::string& version : entry.versions)
    if (entry.release && !entry.project.empty())
      releases.push_back(release_key(entry.project, version));
  return releases;
}

/// Of the repository that one of the entry's pages lies in; may be empty.
std::string owner_of(const DigestEntry& entry) {
  for (const std::string& url : entry.urls)
    if (const auto forge = read_forge_url(url); forge && forge->forge != Forge::Registry)
      return forge->owner_name();
  return {};
}

void add_told(const std::vector<DigestEntry>& entries, Told& told) {
  for (const DigestEntry& entry : entries) {
    told.links.insert(entry.urls.begin(), entry.urls.end());
    for (std::string& release : releases_of(entry))
      told.releases.emplace(std::move(release), owner_of(entry));
    add_told(entry.entries, told);
  }
}

Told told_by(const std::vector<DigestSection>& sections) {
  Told told;
  for (const DigestSection& section : sections)
    add_told(section.entries, told);
  return told;
}

/// Two strangers may have repositories of one name.
bool is_told(const std::string& release, const std::string& owner, const Told& told) {
  const auto [first, end] = told.releases.equal_range(release);
  return std::any_of(first, end,
                     [&](const auto& known) { return !are_strangers(owner, known.second); });
}

/// True when `told` has all versions of a release.
bool has_releases(const DigestEntry& entry, const Told& told) {
  const std::vector<std::string> releases = releases_of(entry);
  if (releases.empty()) return false;
  const std::string owner = owner_of(entry);
  return std::ranges::all_of(
      releases, [&](const std::string& release) { return is_told(release, owner, told); });
}

bool is_known(const DigestEntry& entry, const Told& told) {
  const auto linked = [&](const std::string& url) { return told.links.contains(url); };
  const auto inner = [&](const DigestEntry& one) { return is_known(one, told); };
  return std::ranges::any_of(entry.urls, linked) || has_releases(entry, told) ||
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
