#include "export/printed.h"

namespace collector {

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

}  // namespace collector
