// Which items an issue prints, told by their state.
#pragma once

#include "core/item.h"

#include <string_view>
#include <vector>

namespace collector {

enum class Selection {
  Candidates,  // what is undecided and what was kept
  Kept,        // only what was kept or added by hand
};

/// Whether an issue prints `stored`: never noise, dropped, removed, quarantined or printed
/// elsewhere, nor posts of the newsletter itself, whose titles begin with `own_title` (empty:
/// it has none).
bool is_selected(const StoredItem& stored, Selection selection, std::string_view own_title);

/// Those of `items` that are selected.
std::vector<StoredItem> select_items(std::vector<StoredItem> items, Selection selection,
                                     std::string_view own_title);

}  // namespace collector
