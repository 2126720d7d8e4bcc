#include "normalise/entry_links.h"

#include "core/canonical_url.h"
#include "core/lists.h"
#include "core/url.h"

namespace collector {
namespace {

/// Leads to something that the entry is about, not to its answers, edits or next page.
bool leads_further(const Link& link) {
  return link.is("alternate") || link.is("related") || link.is("via") || link.is("enclosure");
}

/// `href` absolute and printable, or empty when it leads to no web page.
std::string web_page(std::string_view base, std::string_view href) {
  const std::string url = resolve_url(base, href);
  return is_web_url(url) ? printable_url(url) : std::string{};
}

/// Hrefs that may be the entry's page, best first: what its format chose, unless that leads to
/// no web page; then whatever else does.
std::vector<std::string_view> page_candidates(const RawEntry& entry) {
  std::vector<std::string_view> candidates = {entry.link};
  for (const Link& link : entry.links) {
    if (link.is("alternate")) {
      candidates.emplace_back(link.href);
    }
  }
  if (is_web_url(entry.id)) {
    candidates.emplace_back(entry.id);
  }
  return candidates;
}

}  // namespace

EntryLinks find_links(const RawEntry& entry, std::string_view document_url) {
  const std::string base = resolve_url(document_url, entry.base);
  EntryLinks links;
  std::string_view chosen;
  for (const std::string_view href : page_candidates(entry)) {
    if (!href.empty() && links.page.empty()) {
      links.page = web_page(base, href);
      chosen = href;
    }
  }
  const auto add_further = [&](std::string_view href) {
    if (href == chosen) return;
    std::string url = web_page(base, href);
    if (!url.empty() && url != links.page) add_once(links.further, std::move(url));
  };
  for (const Link& link : entry.links) {
    if (leads_further(link)) add_further(link.href);
  }
  for (const Enclosure& enclosure : entry.enclosures) {
    add_further(enclosure.url);
  }
  return links;
}

}  // namespace collector
