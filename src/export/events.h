// Events of calendars in an issue: those ahead, each with its next days.
#pragma once

#include "config/newsletter.h"
#include "core/item.h"
#include "export/digest.h"
#include "export/selection.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// What of `events`, items with days, an issue prints whose own days end before `first`: of
/// each the next days, if they begin within `horizon` days. An event stays until it is over,
/// whatever issue has printed it; what was dropped, removed or withdrawn is left out, and under
/// Selection::Kept what no reviewer kept.
std::vector<StoredItem> upcoming_events(std::vector<StoredItem> events, Day first, int horizon,
                                        Selection selection);

/// "[1st - 2nd February 2024: XMPP Summit 26](url) [DE / EN]: description". `event` has the
/// days to print, and no others.
DigestEntry event_entry(const StoredItem& event, const Newsletter& newsletter);

/// Puts `events`, by their days, before what `section` has. Its own entry of a page that is an
/// event's as well goes: the event tells more.
void add_events(std::span<const StoredItem> events, const Newsletter& newsletter,
                DigestSection& section);

}  // namespace collector
