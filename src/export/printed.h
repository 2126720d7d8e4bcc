// What earlier issues have printed, as far as the next one builds on it.
#pragma once

#include "core/time.h"
#include "news/stories.h"
#include "store/store.h"

#include <span>
#include <vector>

namespace collector {

/// The releases in the issues that were closed before `start` and not reopened since.
std::vector<PrintedRelease> printed_releases(std::span<const Issue> issues, UtcTime start);

}  // namespace collector
