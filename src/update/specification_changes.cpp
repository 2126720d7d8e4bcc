#include "update/specification_changes.h"

#include "specifications/changes.h"
#include "store/feeds.h"

namespace collector {

void find_specification_changes(FeedUpdate& update, Feeds& feeds, UtcTime now) {
  if (update.specifications.empty()) return;
  const std::vector<Specification> before = feeds.specifications(update.state.name);
  if (const auto short_list = find_short_list(before, update.specifications)) {
    update.specifications.clear();
    update.state.warning = *short_list;
    return;
  }
  for (const SpecificationChange& change : changes(before, update.specifications))
    update.items.push_back(change_item(change, update.state.name, now));
  update.specifications = remembered(before, update.specifications);
}

}  // namespace collector
