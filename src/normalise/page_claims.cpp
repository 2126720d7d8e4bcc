#include "normalise/page_claims.h"

#include "core/text.h"
#include "normalise/date.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace collector {

namespace {

/// What stands between a page's title and the name of its site.
constexpr std::array<std::string_view, 8> kSeparators = {
    " | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " \u2022 ", " :: ", " \u00bb "};

/// What follows the separator that `rest` begins with; empty when there is none.
std::string_view after_separator(std::string_view rest) {
  for (const std::string_view separator : kSeparators)
    if (rest.starts_with(separator)) return rest.substr(separator.size());
  return {};
}

/// "Landing | The Quay" without its end: the name of the site, or all that follows `heading`
/// and is shorter than it, for a site's name above the page is a heading, too.
std::string_view without_site(std::string_view title, std::string_view site,
                              std::string_view heading) {
  for (const std::string_view separator : kSeparators) {
    const std::string end = std::string(separator).append(site);
    const bool named = !site.empty() && title.size() > end.size() && title.ends_with(end);
    if (named) return title.substr(0, title.size() - end.size());
  }
  if (heading.empty() || !title.starts_with(heading)) return title;
  const std::string_view end = after_separator(title.substr(heading.size()));
  return !end.empty() && end.size() < heading.size() ? heading : title;
}

}  // namespace

void PageClaims::note(const std::string& name, std::string value) {
  if (!value.empty()) claims_.emplace(name, std::move(value));
}

std::string PageClaims::first_of(Names names) const {
  for (const char* name : names) {
    if (const auto found = claims_.find(name); found != claims_.end()) return found->second;
  }
  return {};
}

/// Of those that are a date.
std::string PageClaims::first_date_of(Names names) const {
  for (const char* name : names) {
    const auto found = claims_.find(name);
    if (found != claims_.end() && parse_date(found->second)) return found->second;
  }
  return {};
}

/// Where <title> and heading agree, JSON-LD's headline may be a description (Wikipedia).
std::string PageClaims::title() const {
  const std::string site = first_of({"og:site_name"});
  const std::string heading = first_of({"h1"});
  const std::string title = first_of({"title"});
  const bool agreed = !heading.empty() && without_site(title, site, heading) == heading;
  std::string claimed = first_of({"og:title", "twitter:title"});
  if (claimed.empty()) claimed = agreed ? heading : first_of({"json-ld headline"});
  if (claimed.empty()) claimed = title.empty() ? heading : title;
  return std::string(without_site(claimed, site, heading));
}

std::string PageClaims::author() const {
  std::string author =
      first_of({"json-ld author", "author", "article:author_name", "dc.creator",
                "dcterms.creator", "citation_author", "byl", "rel author"});
  constexpr std::string_view kBy = "By ";
  if (author.starts_with(kBy)) author.erase(0, kBy.size());
  return author;
}

void PageClaims::judge(WebPage& page) const {
  page.title = title();
  page.author = author();
  page.published = first_date_of(
      {"json-ld published", "article:published_time", "og:published_time",
       "itemprop datepublished", "date", "dcterms.created", "dcterms.issued", "dcterms.date",
       "dc.date.issued", "dc.date", "citation_publication_date", "pubdate", "publishdate",
       "article:published", "itemprop uploaddate", "time", "class published"});
  page.modified = first_date_of({"json-ld modified", "article:modified_time", "og:updated_time",
                                 "itemprop datemodified", "dcterms.modified", "last-modified"});
  page.language = first_of({"html lang", "content-language", "json-ld language", "og:locale"});
  std::ranges::replace(page.language, '_', '-');
  page.description =
      first_of({"og:description", "description", "twitter:description", "dcterms.description"});
  page.generator = first_of({"generator"});
  page.platform = first_of({"og:platform", "og:site_name"});
  page.keywords = first_of({"keywords"});
  page.channel = first_of({"itemprop channelid", "itemprop identifier"});
  page.canonical = first_of({"canonical", "og:url"});
}

}  // namespace collector
