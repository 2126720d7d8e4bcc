#include "export/selection.h"

#include "core/text.h"

#include <algorithm>

namespace collector {

bool is_selected(const StoredItem& stored, Selection selection, std::string_view own_title) {
  if (stored.state == State::Kept) return true;
  const bool own = !own_title.empty() && starts_ignoring_case(stored.item.title, own_title);
  return stored.state == State::Undecided && selection == Selection::Candidates && !own;
}

std::vector<StoredItem> select_items(std::vector<StoredItem> items, Selection selection,
                                     std::string_view own_title) {
  std::erase_if(items, [&](const StoredItem& stored) {
    return !is_selected(stored, selection, own_title);
  });
  return items;
}

}  // namespace collector
