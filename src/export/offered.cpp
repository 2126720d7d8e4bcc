#include "export/offered.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace collector {

namespace {

using Links = std::unordered_set<std::string>;

void add_links(const std::vector<DigestEntry>& entries, Links& links) {
  for (const DigestEntry& entry : entries) {
    links.insert(entry.urls.begin(), entry.urls.end());
    add_links(entry.entries, links);
  }
}

Links links_of(const std::vector<DigestSection>& sections) {
  Links links;
  for (const DigestSection& section : sections)
    add_links(section.entries, links);
  return links;
}

bool is_known(const DigestEntry& entry, const Links& links) {
  const auto known = [&](const std::string& url) { return links.contains(url); };
  const bool own = std::any_of(entry.urls.begin(), entry.urls.end(), known);
  const auto inner = [&](const DigestEntry& one) { return is_known(one, links); };
  return own || (!entry.entries.empty() &&
                 std::all_of(entry.entries.begin(), entry.entries.end(), inner));
}

}  // namespace

void offer(Digest& digest, const Digest& others, const std::string& hint) {
  const Links printed = links_of(digest.sections);
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
