// Which entry of one text is which of another: by marker, by links, by name and words.
#pragma once

#include "newsletter/draft_document.h"

#include <vector>

namespace collector {

/// For each block of `draft` the entry of `reference` that it is now, kNoBlock for none. No
/// entry is two at once; the likest pairs find each other first. Entries whose markers share no
/// item are never one.
std::vector<std::size_t> pair_entries(const DraftDocument& draft,
                                      const DraftDocument& reference);

/// Reads `text` as an edited copy of `reference`, in which every entry has its marker: nested
/// bullets that are none of its entries belong to the one above, and below a heading that was
/// reworded stands the section that stood there before. Fills `pairs` as pair_entries does.
DraftDocument read_edited(std::string text, const DraftDocument& reference,
                          std::span<const Section> sections, std::string_view site,
                          std::vector<std::size_t>& pairs);

/// Reads a text of which every entry has its marker.
DraftDocument read_generated(std::string text, std::span<const Section> sections,
                             std::string_view site);

}  // namespace collector
