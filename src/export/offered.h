// What lies outside an issue's days and may still go into it: offered in drafts, never printed
// unasked.
#pragma once

#include "export/digest.h"
#include "store/issue.h"

#include <optional>
#include <span>

namespace collector {

/// Adds the entries of `others` to what `digest` offers, but for those of which it has a link
/// or all versions already. Each gets `hint` as its first.
void offer(Digest& digest, const Digest& others, const std::string& hint);

/// The days before an issue, as the ledger knows them.
struct ClosedDays {
  Window missed;     // of the last closed issue, and those between it and this one
  Window earlier;    // of the closed issues before that
  UtcTime closed{};  // when the last one was closed: what came since then, nobody could print
};

/// Of the issue that covers `window`; nothing when no issue before it is closed.
std::optional<ClosedDays> closed_before(const Window& window, std::span<const Issue> issues);

/// The same digest with what it offers in its sections, behind the other entries.
Digest with_offered(Digest digest);

}  // namespace collector
