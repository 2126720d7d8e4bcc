#include "export/links.h"

#include "export/readable_host.h"
#include "normalise/url.h"

#include <algorithm>

namespace collector {

namespace {

constexpr std::string_view kPlain = "http://";

std::string secure(std::string_view url) {
  return "https://" + std::string(url.substr(kPlain.size()));
}

}  // namespace

std::string printed_link(std::string_view url, std::string_view site) {
  std::string link = with_readable_host(printable_url(url));
  const bool below_site = !site.empty() && link.size() > site.size() &&
                          link.compare(0, site.size(), site) == 0 && link[site.size()] == '/';
  return below_site ? link.substr(site.size()) : link;
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
    const bool known = std::find(links.begin(), links.end(), url) != links.end();
    if (is_web_url(url) && !known) links.push_back(url);
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
