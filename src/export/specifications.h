// What changed in the list of extensions, in the newsletter's lines.
#pragma once

#include "config/newsletter.h"
#include "core/item.h"
#include "export/digest.h"

#include <span>
#include <string_view>
#include <vector>

namespace collector {

/// Plain text as Markdown in which "XEP-0198" leads to that extension's page.
std::string link_specifications(std::string_view text, std::string_view site);

/// Adds one section per part of "Extensions and specifications" that has news: the configured
/// parts in their order, then whatever else happened. `items` are of the kind Specification.
void add_specifications(std::span<const StoredItem> items, const Section& section,
                        const Newsletter& newsletter, std::vector<DigestSection>& sections);

}  // namespace collector
