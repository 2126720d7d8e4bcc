// Which entry of one text is which of another: by marker, by links, by name and words.
#pragma once

#include "newsletter/draft_document.h"

#include <vector>

namespace collector {

/// What a bullet without a marker may be: an entry of the reference in other words, as in a
/// text whose markers were all taken away; or the editors' own, which is an entry's news only
/// where it links to the same page or says the same.
enum class Unmarked { Reworded, Own };

/// For each block of `draft` the entry of `reference` that it is now, kNoBlock for none. No
/// entry is two at once; the likest pairs find each other first. Entries whose markers share no
/// item are one only where they say the same.
std::vector<std::size_t> pair_entries(const DraftDocument& draft,
                                      const DraftDocument& reference, Unmarked unmarked);

/// Reads `text` as an edited copy of `reference`, in which every entry has its marker: nested
/// bullets that are none of its entries belong to the one above, and below a heading that was
/// reworded stands the section that stood there before. Fills `pairs` as pair_entries does.
/// Where the text has any marker, its unmarked bullets are the editors' own.
DraftDocument read_edited(std::string text, const DraftDocument& reference,
                          std::span<const Section> sections, std::string_view site,
                          std::vector<std::size_t>& pairs);

/// Reads a text of which every entry has its marker.
DraftDocument read_generated(std::string text, std::span<const Section> sections,
                             std::string_view site);

}  // namespace collector
