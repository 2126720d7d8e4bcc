#include "export/issue_digest.h"

#include "export/printed.h"
#include "store/standing.h"

namespace collector {

Digest issue_digest(Store& store, const Config& config, const Window& window,
                    Selection selection) {
  ItemQuery query;
  query.window = window;
  std::vector<StoredItem> items =
      select_items(store.items(query), selection, config.newsletter.title);
  return make_digest(std::move(items), standing_decisions(store.decisions("")), config,
                     printed_releases(store.issues(), window.from));
}

}  // namespace collector
