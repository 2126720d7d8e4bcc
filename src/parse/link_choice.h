// Which of the links of a feed or entry is its page.
#pragma once

#include "core/feed.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// An absolute web address without blanks in it.
bool looks_like_page(std::string_view text);

/// A link's relation by its short name, "alternate" for the address that IANA gave it (RFC 4287
/// section 4.2.7.2) and where none is said.
std::string_view relation(std::string_view rel);

/// text/html, application/xhtml+xml
bool is_page_type(std::string_view media_type);

/// Atom: the first rel="alternate" (or without rel) of type HTML, else the first without
/// type, else the first.
std::string atom_page(const std::vector<Link>& links);

/// RSS: feedburner:origLink, `own` (the <link>), atom:link rel="alternate", a guid that is a
/// permalink, or a path in an entry without enclosures; the first there is.
std::string rss_page(const RawEntry& entry, const std::string& own);

/// The same for the channel, which has neither of the outer two.
std::string rss_feed_page(const RawFeed& feed, const std::string& own);

}  // namespace collector
