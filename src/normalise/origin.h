// Whether a feed wrote an entry itself or took it over from another site, as planets do, and
// from whom.
#pragma once

#include "core/feed.h"
#include "core/item.h"

#include <string_view>
#include <vector>

namespace collector {

/// True when the entry names another feed as its source.
bool is_taken_over(const RawEntry& entry, const RawFeed& feed, std::string_view document_url);

/// Sets `from_aggregate` of items on foreign hosts when the feed is made of many sites' items.
void mark_aggregate(std::vector<Item>& items, const RawFeed& feed,
                    std::string_view document_url);

/// Many planets name authors in titles alone: "Ada Heron: A day at sea". Where nearly all
/// titles of what was taken over open so, sets the `author` of those that have none or a
/// nickname.
void read_authors_of_titles(std::vector<Item>& items);

}  // namespace collector
