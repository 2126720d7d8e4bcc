#include "export/links.h"

#include "core/canonical_url.h"
#include "core/lists.h"
#include "core/text.h"
#include "core/url.h"
#include "export/readable_host.h"

#include <algorithm>

namespace collector {

namespace {

constexpr std::string_view kPlain = "http://";

std::string secure(std::string_view url) {
  return "https://" + std::string(url.substr(kPlain.size()));
}

/// "xmpp.org/about" of an address under http or https, with "www." or without.
std::string_view behind_scheme(std::string_view url) {
  return without_www(without_scheme(url));
}

}  // namespace

std::string printed_link(std::string_view url, std::string_view site) {
  std::string link = with_readable_host(printable_url(url));
  const std::string_view own = behind_scheme(site);
  const std::string_view whole = behind_scheme(link);
  const bool below_site = !own.empty() && is_web_url(link) && whole.starts_with(own) &&
                          whole.size() > own.size() && whole[own.size()] == '/';
  return below_site ? std::string(whole.substr(own.size())) : link;
}

std::string item_link(const Item& item) {
  if (item.url.compare(0, kPlain.size(), kPlain) != 0) return item.url;
  const std::string wanted = secure(item.url);
  const bool named = item.guid == wanted || std::find(item.links.begin(), item.links.end(),
                                                      wanted) != item.links.end();
  return named ? wanted : item.url;
}

std::vector<std::string> item_links(const Item& item) {
  std::vector<std::string> links;
  const auto add = [&](const std::string& url) {
    if (is_web_url(url)) add_once(links, url);
  };
  add(item_link(item));
  add(item.url);
  for (const std::string& link : item.links)
    add(link);
  return links;
}

std::string specification_page(std::string_view number) {
  return "https://xmpp.org/extensions/xep-" + std::string(number) + ".html";
}

}  // namespace collector
