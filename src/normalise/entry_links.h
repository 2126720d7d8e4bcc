// Which page an entry is about, and which further ones it names.
#pragma once

#include "core/feed.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

struct EntryLinks {
  std::string page;                  // absolute http or https, fit to be printed; else empty
  std::vector<std::string> further;  // alternates, related pages, enclosures
};

/// `document_url` is where the feed came from. An Atom entry's page is its alternate link,
/// text/html first; an RSS item's feedburner:origLink, link, atom:link, then a permalink guid.
EntryLinks find_links(const RawEntry& entry, FeedFormat format, std::string_view document_url);

/// True for the formats of the RSS family, RDF included.
bool is_rss(FeedFormat format);

}  // namespace collector
