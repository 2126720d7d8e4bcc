#include "review/own_item.h"

#include "core/canonical_url.h"
#include "core/url.h"

namespace collector {

Item own_item(const DraftBlock& block, const DraftDocument& draft, const std::string& site) {
  Item item;
  const std::string url = resolve_url(site, block.link);
  if (is_web_url(url)) item.url = url;
  item.canonical_url = canonical_url(item.url);
  item.title = block.title;
  item.key = item.url.empty() ? block.key : item.url;
  item.guid = item.url;
  item.section = block.section;
  item.confidence = 1;
  item.reasons = {"an editor put it there"};
  if (block.parent != kNoBlock) item.group = draft.blocks[block.parent].label;
  while (!item.group.empty() && (item.group.back() == ':' || item.group.back() == ' '))
    item.group.pop_back();
  return item;
}

}  // namespace collector
