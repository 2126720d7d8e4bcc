// What an issue would print, read from the store.
#pragma once

#include "export/digest.h"
#include "export/selection.h"
#include "store/issue.h"

#include <optional>
#include <string>

namespace collector {

class Store;

/// The digest of what the store has of `window`, without its name ("month", "from", "to"): its
/// news, the events ahead of it and the standing entries. News that a closed issue has printed
/// is left out, in whichever feed it stands. `foreseen` are decisions that shall count though
/// they are not stored (see foresee).
Digest issue_digest(Store& store, const Config& config, const Window& window,
                    Selection selection, std::span<const Decision> foreseen = {});

/// The news alone; of that only what was first seen since `seen_since`, when it is given.
Digest news_digest(Store& store, const Config& config, const Window& window,
                   Selection selection, std::optional<UtcTime> seen_since = {},
                   std::span<const Decision> foreseen = {});

/// The issue's digest with what else may go in, offered: what lies outside its days or came too
/// late for another, and the stable releases' notes.
Digest draft_digest(Store& store, const Config& config, const Window& window,
                    Selection selection, std::span<const Decision> foreseen = {});

/// The closed issue of just those days, or called `month`: it prints what it printed.
std::optional<Issue> closed_issue(Store& store, const std::string& month, const Window& window);

}  // namespace collector
