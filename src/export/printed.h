// The ledger: what an issue puts on record, and what the next one builds on.
#pragma once

#include "core/time.h"
#include "export/digest.h"
#include "news/projects.h"
#include "news/stories.h"
#include "store/issue.h"

#include <span>
#include <vector>

namespace collector {

/// The releases in the issues that were closed before `start` and not reopened since.
std::vector<PrintedRelease> printed_releases(std::span<const Issue> issues, UtcTime start);

/// What `digest` prints, in its order; the entries of a group each by themselves. The pages are
/// those that tell of this news alone: no home of a project, no site as a whole.
std::vector<PrintedEntry> printed_entries(const Digest& digest,
                                          const ProjectRegistry& projects);

}  // namespace collector
