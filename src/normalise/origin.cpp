#include "normalise/origin.h"

#include "normalise/url.h"

#include <algorithm>
#include <set>
#include <string>

namespace collector {
namespace {

// A blog links to one or two other places of its own (a forge, a video); a planet to many.
constexpr std::size_t kForeignHosts = 4;

/// The last two labels of a host: "blog.example.org" and "example.org" are one site.
std::string site_of(std::string_view url) {
  const std::string host = host_of(url);
  const auto last = host.rfind('.');
  const auto before = last == std::string::npos || last == 0 ? last : host.rfind('.', last - 1);
  return before == std::string::npos ? host : host.substr(before + 1);
}

std::set<std::string> own_sites(const RawFeed& feed, std::string_view document_url) {
  std::set<std::string> sites = {site_of(document_url)};
  for (const Link& link : feed.links) {
    sites.insert(site_of(resolve_url(document_url, link.href)));
  }
  return sites;
}

}  // namespace

bool is_taken_over(const RawEntry& entry, const RawFeed& feed, std::string_view document_url) {
  if (entry.source_id.empty() || entry.source_id == feed.id || !is_web_url(entry.source_id)) {
    return !entry.source_id.empty() && entry.source_id != feed.id && !feed.id.empty();
  }
  return !own_sites(feed, document_url).contains(site_of(entry.source_id));
}

void mark_aggregate(std::vector<Item>& items, const RawFeed& feed,
                    std::string_view document_url) {
  const std::set<std::string> own = own_sites(feed, document_url);
  const auto is_foreign = [&](const Item& item) {
    return !item.url.empty() && !own.contains(site_of(item.url));
  };
  std::set<std::string> hosts;
  std::size_t foreign = 0;
  for (const Item& item : items) {
    if (is_foreign(item)) {
      ++foreign;
      hosts.insert(site_of(item.url));
    }
  }
  if (hosts.size() < kForeignHosts || foreign * 2 < items.size()) {
    return;
  }
  for (Item& item : items) {
    item.from_aggregate = item.from_aggregate || is_foreign(item);
  }
}

}  // namespace collector
