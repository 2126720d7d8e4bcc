// Whether an edit of a draft is in the store already, and what others have decided against it.
#pragma once

#include "review/draft_edits.h"
#include "store/standing.h"

#include <string>
#include <vector>

namespace collector {

/// An item as it was when a draft was given out, and as it is now.
struct KnownItem {
  StoredItem stored;
  std::vector<Decision> decisions;  // all of them, oldest first
  Standing then;
  Standing now;
};

/// True when the item, or each of them, is what the edit wants it to be.
bool is_done(const DraftEdit& edit, const KnownItem& one);
bool is_done(const DraftEdit& edit, const std::vector<KnownItem>& items);

/// What others than `who` have decided since, where the edit contradicts it; empty: nothing.
/// Whoever changes their mind contradicts nobody.
std::string contradiction(const DraftEdit& edit, const std::vector<KnownItem>& items,
                          const std::string& who);

}  // namespace collector
