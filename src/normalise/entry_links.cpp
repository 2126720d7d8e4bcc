#include "normalise/entry_links.h"

#include "core/canonical_url.h"
#include "core/lists.h"
#include "core/text.h"
#include "core/url.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace collector {
namespace {

/// Leads to something that the entry is about, not to its answers, edits or next page.
bool leads_further(const Link& link) {
  return link.is("alternate") || link.is("related") || link.is("via") || link.is("enclosure");
}

bool is_recording(std::string_view media_type) {
  return starts_ignoring_case(media_type, "audio/") ||
         starts_ignoring_case(media_type, "video/");
}

/// To what stands for the entry where it has no page.
bool is_lendable(const Link& link) {
  const bool is_page = link.type.empty() || starts_ignoring_case(link.type, "text/html");
  return (link.is("related") && is_page) || (link.is("enclosure") && is_recording(link.type));
}

/// "&amp;" is in no URL that works.
std::string with_bare_ampersands(std::string_view url) {
  std::string bare;
  for (auto at = url.find('&'); at != std::string_view::npos; at = url.find('&')) {
    bare += url.substr(0, at + 1);
    url.remove_prefix(at + 1);
    for (const std::string_view rest : {"amp;", "#38;", "#038;"}) {
      if (url.starts_with(rest)) url.remove_prefix(rest.size());
    }
  }
  return bare.append(url);
}

/// "www.quay.example/landing": a host, not a file beside the feed.
bool is_bare_host(std::string_view text) {
  constexpr std::string_view kUsual = "www.";
  if (!starts_ignoring_case(text, kUsual)) return false;
  const std::string_view host = before_any<'/', '?', '#', ':'>(text);
  return host.find('.', kUsual.size()) != std::string_view::npos;
}

/// `href` absolute and printable, or empty when it leads to no web page.
std::string web_page(std::string_view base, std::string_view href) {
  const std::string url = resolve_link(base, href);
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

std::string resolve_link(std::string_view base, std::string_view written) {
  written = trimmed(written);
  if (is_bare_host(written)) {  // the base lends its scheme, and any has one
    return resolve_url(base.empty() ? "http://host" : base,
                       "//" + with_bare_ampersands(written));
  }
  if (written.find('&') == std::string_view::npos) return resolve_url(base, written);
  return resolve_url(base, with_bare_ampersands(written));
}

EntryLinks find_links(const RawEntry& entry, std::string_view base) {
  EntryLinks links;
  std::string_view chosen;
  for (const std::string_view href : page_candidates(entry)) {
    if (!href.empty() && links.page.empty()) {
      links.page = web_page(base, href);
      chosen = href;
    }
  }
  const auto add_further = [&](std::string_view href, bool lendable) {
    if (href == chosen) return;
    std::string url = web_page(base, href);
    if (url.empty() || url == links.page) return;
    if (lendable && links.page.empty()) links.lendable.push_back(url);
    add_once(links.further, std::move(url));
  };
  for (const Link& link : entry.links) {
    if (leads_further(link)) add_further(link.href, is_lendable(link));
  }
  for (const Enclosure& enclosure : entry.enclosures) {
    add_further(enclosure.url, is_recording(enclosure.type));
  }
  return links;
}

void lend_pages(std::vector<Item>& items, const std::unordered_set<std::string>& lendable) {
  if (lendable.empty()) return;
  std::unordered_map<std::string, int> times_named;
  for (const Item& item : items) {
    ++times_named[item.url];
    for (const std::string& link : item.links)
      ++times_named[link];
  }
  for (Item& item : items) {
    const auto lent = std::ranges::find_if(item.links, [&](const std::string& link) {
      return lendable.contains(link) && times_named[link] == 1;
    });
    if (!item.url.empty() || lent == item.links.end()) continue;
    item.url = std::move(*lent);
    item.canonical_url = canonical_url(item.url);
    item.links.erase(lent);
  }
}

}  // namespace collector
