#include "normalise/identity.h"

#include "core/canonical_url.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace collector {
namespace {

/// FNV-1a with 64 bits: the same on every machine, for the keys are stored.
std::string hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  char hex[17] = {};
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
  return hex;
}

/// Entries of a list of changes may differ in nothing but their place on one page.
std::string key_without_guid(const Item& item) {
  if (item.canonical_url.empty()) return "title:" + hash_of(item.title);
  const std::string_view place = place_on_page(item.url);
  return place.empty() ? item.canonical_url : item.canonical_url + "#" + std::string(place);
}

}  // namespace

void set_keys(std::vector<Item>& items) {
  std::unordered_map<std::string_view, int> times_used;
  for (const Item& item : items) {
    ++times_used[item.guid];
  }
  std::unordered_set<std::string> known;
  for (Item& item : items) {
    if (item.guid.empty()) {
      item.key = key_without_guid(item);
    } else if (times_used[item.guid] > 1) {
      item.key = item.guid + " " + key_without_guid(item);
    } else {
      item.key = item.guid;
    }
  }
  std::erase_if(items, [&](const Item& item) { return !known.insert(item.key).second; });
}

}  // namespace collector
