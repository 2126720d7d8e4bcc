// Which items are the same news: what an editor would print as one bullet.
#pragma once

#include "core/item.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// One piece of news. The first item leads; the others are its other sources.
struct Story {
  std::vector<const StoredItem*> items;  // never empty; the caller owns them
  std::vector<std::string> evidence;     // why these are one, a plain sentence each
};

/// Groups `items` into stories, in order of their leading items' dates. A wrong merge hides
/// news: precision comes first. `corrections` are the reviewers' Merge and Split decisions,
/// oldest first.
std::vector<Story> find_stories(std::span<const StoredItem> items,
                                std::span<const Decision> corrections = {});

}  // namespace collector
