// iCalendar (RFC 5545) → RawFeed: each event an entry with its days.
#pragma once

#include "core/feed.h"

#include <string>
#include <string_view>

namespace collector {

/// True for "BEGIN:VCALENDAR", whatever the case.
bool looks_like_icalendar(std::string_view head);

/// Fills `feed` with the events of `document` (UTF-8) that are not called off. Days are those
/// of the place: of an event's own time zone, else of the calendar's. A changed occurrence of a
/// series (RECURRENCE-ID) becomes one of its days. A document that ends too early is marked
/// truncated; nothing is thrown.
void read_icalendar(std::string_view document, RawFeed& feed);

}  // namespace collector
