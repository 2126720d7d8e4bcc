// Which page an entry is about, and which further ones it names.
#pragma once

#include "core/feed.h"
#include "core/item.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace collector {

struct EntryLinks {
  std::string page;                  // absolute http or https, fit to be printed; else empty
  std::vector<std::string> further;  // alternates, related pages, enclosures
  // Of these, where there is no page: recordings and related pages of people.
  std::vector<std::string> lendable;
};

/// `written` in a document at `base`, absolute. Two slips are mended: "&amp;" that was escaped
/// once too often, and a host without its scheme ("www.quay.example").
std::string resolve_link(std::string_view base, std::string_view written);

/// `base` is what relative links are seen from. The page is the link that the entry's format
/// chooses (RawEntry::link), if that is a web page; else an alternate link, else an id that is
/// one.
EntryLinks find_links(const RawEntry& entry, std::string_view base);

/// An item without a page (an episode of a podcast) links to the first of its `lendable` links
/// that no other item of the document names. It is known by what it was without.
void lend_pages(std::vector<Item>& items, const std::unordered_set<std::string>& lendable);

}  // namespace collector
