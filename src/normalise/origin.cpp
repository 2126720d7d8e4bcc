#include "normalise/origin.h"

#include "core/url.h"

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

// A planet has some authors, and their names are short.
constexpr std::size_t kFewestAuthors = 4;
constexpr std::size_t kLongestName = 40;  // bytes

/// "Ada Heron" of "Ada Heron: A day at sea"; empty where a title opens otherwise, and of what
/// the feed wrote itself.
std::string_view opening_name(const Item& item) {
  const std::size_t colon = item.title.find(": ");
  if (!item.from_aggregate || colon == std::string::npos || colon > kLongestName) return {};
  return std::string_view(item.title).substr(0, colon);
}

/// True where the title's name says more than the author: none, or a nickname.
bool lacks_name(const Item& item) {
  return item.author.find(' ') == std::string::npos;
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

void read_authors_of_titles(std::vector<Item>& items) {
  std::set<std::string_view> names;
  std::ptrdiff_t named = 0;
  for (const Item& item : items) {
    const std::string_view name = opening_name(item);
    if (name.empty()) continue;
    names.insert(name);
    ++named;
  }
  const std::ptrdiff_t taken_over = std::ranges::count_if(items, &Item::from_aggregate);
  if (names.size() < kFewestAuthors || named * 10 < taken_over * 9) return;
  for (Item& item : items) {
    const std::string_view name = opening_name(item);
    if (!name.empty() && lacks_name(item)) item.author = name;
  }
}

}  // namespace collector
