// What identifies an item within its feed (contract, "Identity").
#pragma once

#include "core/item.h"

#include <vector>

namespace collector {

/// Sets `key` of the items of one document: the guid, else the link with its anchor, else a
/// hash of the title; a guid that several share is joined with the link. Items that are still
/// the same count once: the first stays.
void set_keys(std::vector<Item>& items);

}  // namespace collector
