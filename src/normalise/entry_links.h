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

/// `written` in a document at `base`, absolute. Two slips are mended: "&amp;" that was escaped
/// once too often, and a host without its scheme ("www.quay.example").
std::string resolve_link(std::string_view base, std::string_view written);

/// `document_url` is where the feed came from. The page is the link that the entry's format
/// chooses (RawEntry::link), if that is a web page; else an alternate link, else an id that is
/// one, else the first of what it leads to further (the recording of a podcast without pages).
EntryLinks find_links(const RawEntry& entry, std::string_view document_url);

}  // namespace collector
