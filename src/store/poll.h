// What a poll leaves behind.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "core/specification.h"

#include <string>
#include <vector>

namespace collector {

/// Everything one poll of one feed leaves behind; stored whole or not at all.
struct FeedUpdate {
  FeedState state;          // `items`, `quarantined` and `last_new_item` are the store's own
  std::vector<Item> items;  // in document order; empty after a 304 or a failure
  bool complete = true;     // false: the document ended too early, entries may be missing
  /// A list of extensions as it now stands; replaces what was known of this feed unless empty.
  /// `items` are then what changed in it (kind Specification), each with a key of its own:
  /// several share a link, none is ever withdrawn, adopted or quarantined.
  std::vector<Specification> specifications;
};

/// What a stored update changed.
struct UpdateSummary {
  int added = 0;
  int changed = 0;
  int quarantined = 0;  // of those added
};

/// A host that asked to be left alone (429, 503, 403 with Retry-After).
struct HostHold {
  std::string host;
  UtcTime until{};
  std::string reason;
};

}  // namespace collector
