#include "normalise/entry_links.h"

#include "normalise/url.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

bool is_alternate(const Link& link) {
  return link.rel.empty() || link.rel == "alternate";
}

bool is_page_type(const std::string& type) {
  return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

/// The lower, the better a link shows the entry's own page. RSS's <link> has no type; Movim
/// gives the links that a post names first and without a type, the post itself as text/html.
int rank(const Link& link, FeedFormat format) {
  if (is_rss(format)) {
    return link.type.empty() ? 0 : 1;
  }
  if (is_page_type(link.type)) {
    return 0;
  }
  return link.type.empty() ? 1 : 2;
}

/// `href` absolute and printable, or empty when it leads to no web page.
std::string web_page(std::string_view base, std::string_view href) {
  const std::string url = resolve_url(base, href);
  return is_web_url(url) ? printable_url(url) : std::string{};
}

/// Hrefs that may be the entry's page, best first.
std::vector<std::string_view> page_candidates(const RawEntry& entry, FeedFormat format) {
  std::vector<const Link*> alternates;
  for (const Link& link : entry.links) {
    if (is_alternate(link)) {
      alternates.push_back(&link);
    }
  }
  std::ranges::stable_sort(alternates, {},
                           [&](const Link* link) { return rank(*link, format); });
  std::vector<std::string_view> candidates = {entry.original_link};
  for (const Link* link : alternates) {
    candidates.push_back(link->href);
  }
  if (entry.id_is_link || !is_rss(format)) {
    candidates.push_back(is_web_url(entry.id) ? std::string_view(entry.id)
                                              : std::string_view{});
  }
  return candidates;
}

void add_once(std::vector<std::string>& list, std::string url, const std::string& page) {
  if (!url.empty() && url != page && std::ranges::find(list, url) == list.end()) {
    list.push_back(std::move(url));
  }
}

}  // namespace

bool is_rss(FeedFormat format) {
  constexpr std::array kRss = {FeedFormat::Rss20,  FeedFormat::Rss10,  FeedFormat::Rss090,
                               FeedFormat::Rss091, FeedFormat::Rss092, FeedFormat::Rss093,
                               FeedFormat::Rss094, FeedFormat::Rss};
  return std::ranges::find(kRss, format) != kRss.end();
}

EntryLinks find_links(const RawEntry& entry, FeedFormat format, std::string_view document_url) {
  const std::string base = resolve_url(document_url, entry.base);
  EntryLinks links;
  for (const std::string_view href : page_candidates(entry, format)) {
    if (!href.empty() && links.page.empty()) {
      links.page = web_page(base, href);
    }
  }
  constexpr std::array<std::string_view, 3> kFurther = {"related", "via", "enclosure"};
  for (const Link& link : entry.links) {
    if (is_alternate(link) || std::ranges::find(kFurther, link.rel) != kFurther.end()) {
      add_once(links.further, web_page(base, link.href), links.page);
    }
  }
  for (const Enclosure& enclosure : entry.enclosures) {
    add_once(links.further, web_page(base, enclosure.url), links.page);
  }
  return links;
}

}  // namespace collector
