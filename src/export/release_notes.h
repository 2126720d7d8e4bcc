// What release notes say beyond the name and number of the release: for editors who are to
// phrase its bullet.
#pragma once

#include "export/digest.h"

#include <string>

namespace collector {

class Items;

/// The gist of an item's text (its content, else its summary), some 280 bytes on one line, cut
/// after a word: no headings, paths, checksums or greetings, and no sentence that only repeats
/// what the title or the feed's name says. Empty when nothing else is left.
std::string notes_excerpt(const Item& item);

/// Adds "notes: …" to the hints of each release of `digest`, and to those it offers.
void add_release_notes(Digest& digest, Items& items);

}  // namespace collector
