#include "normalise/normalise.h"

#include "core/canonical_url.h"
#include "core/downloads.h"
#include "core/text.h"
#include "core/url.h"
#include "normalise/date.h"
#include "normalise/entry_links.h"
#include "normalise/entry_text.h"
#include "normalise/html.h"
#include "normalise/identity.h"
#include "normalise/language_tag.h"
#include "normalise/link_date.h"
#include "normalise/origin.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace collector {
namespace {

using namespace std::chrono;

// Feeds are younger; earlier dates are defaults that nobody set ("0001-01-01", 1970).
constexpr UtcTime kEarliestDate = sys_days{year{1995} / January / 1};
// Clocks and zones may be wrong by this much.
constexpr seconds kLatestAhead = days{1};

/// The document an entry stands in.
struct Context {
  const RawFeed& feed;
  const FeedSource& source;
  std::string_view url;   // where it came from
  std::string_view home;  // of the relative links of entries that no xml:base stands above
  UtcTime now;
};

/// A name that others know as well: not the "localhost:4000" of a page that is being written.
bool is_public_name(std::string_view host) {
  return host.find('.') != std::string_view::npos && is_letter(host.back());
}

/// Atom and JSON Feed say what relative links are seen from, RSS does not.
bool is_rss(FeedFormat format) {
  return std::string_view(to_string(format)).starts_with("rss");
}

/// What relative links are seen from: the document, unless a service hands it out for a site
/// elsewhere (FeedBurner), whose pages they are.
std::string home_of_links(const RawFeed& feed, std::string_view url) {
  if (!is_rss(feed.format)) return std::string(url);
  std::string site = feed_site(feed, url);
  const bool is_elsewhere = bare_host(site) != bare_host(url) && is_public_name(host_of(site));
  return is_elsewhere ? site : std::string(url);
}

bool has_base(const RawEntry& entry) {
  return !entry.title.base.empty() || !entry.summary.base.empty() ||
         !entry.content.base.empty();
}

std::optional<UtcTime> plausible(std::optional<UtcTime> date, UtcTime now) {
  const bool is_so = date && *date >= kEarliestDate && *date <= now + kLatestAhead;
  return is_so ? date : std::nullopt;
}

void set_dates(Item& item, const RawEntry& entry, UtcTime now) {
  item.published = plausible(parse_date(entry.published), now);
  item.updated = plausible(parse_date(entry.updated), now);
  if (!item.published && !item.updated) item.published = plausible(date_in_link(item.url), now);
  item.date = item.published.value_or(item.updated.value_or(now));
  item.date_source = item.published ? DateSource::Published
                     : item.updated ? DateSource::Updated
                                    : DateSource::FirstSeen;
}

/// "quay.example/landing": what is left to show of an entry without title and text.
std::string_view bare_address(std::string_view url) {
  url = without_scheme(url);
  while (url.ends_with('/'))
    url.remove_suffix(1);
  return url;
}

/// Empty when nobody said.
std::string said_language(const RawEntry& entry, const Context& context) {
  for (const std::string_view written :
       {std::string_view(context.source.language), std::string_view(entry.language),
        std::string_view(context.feed.language)}) {
    std::string language = language_tag(written);
    if (!language.empty()) return language;
  }
  return {};
}

void set_author(Item& item, const RawEntry& entry, std::string_view base) {
  if (entry.authors.empty()) {
    return;
  }
  const Person& author = entry.authors.front();
  item.author = squeeze(author.name.empty() ? author.email : author.name);
  const std::string url = resolve_url(base, author.url);
  if (!author.url.empty() && is_web_url(url)) {
    item.author_url = url;
  }
}

void set_categories(Item& item, const RawEntry& entry) {
  for (const std::string& written : entry.categories) {
    std::string category = squeeze(written);
    if (!category.empty() &&
        std::ranges::find(item.categories, category) == item.categories.end()) {
      item.categories.push_back(std::move(category));
    }
  }
}

/// The entry gives up its content, the one thing of it that may be large. What it may link to
/// instead of a page of its own is added to `lendable`.
Item make_item(RawEntry& entry, const Context& context,
               std::unordered_set<std::string>& lendable) {
  Item item;
  item.feed = context.source.name;
  item.guid = squeeze(entry.id);
  const std::string_view base = has_base(entry) ? context.url : context.home;
  EntryLinks links = find_links(entry, base);
  item.url = std::move(links.page);
  item.links = std::move(links.further);
  lendable.insert(links.lendable.begin(), links.lendable.end());
  item.canonical_url = canonical_url(item.url);
  item.summary = plain_summary(entry);
  item.title = plain_title(entry.title);
  if (item.title.empty()) {
    item.title = title_from_text(item.summary.empty() ? bare_address(item.url) : item.summary);
  }
  item.content = take_content(entry);
  item.language = said_language(entry, context);
  item.days = std::move(entry.days);
  set_author(item, entry, base);
  set_categories(item, entry);
  set_dates(item, entry, context.now);
  return item;
}

/// Neither title nor link nor text: there is nothing to show.
bool says_nothing(const Item& item) {
  return item.title.empty() && item.url.empty() && item.summary.empty();
}

}  // namespace

std::vector<Item> normalise(RawFeed feed, const FeedSource& source, std::string_view url,
                            UtcTime now) {
  const std::string home = home_of_links(feed, url);
  const Context context{feed, source, url, home, now};
  std::vector<Item> items;
  std::unordered_set<std::string> lendable;
  items.reserve(feed.entries.size());
  for (RawEntry& entry : feed.entries) {
    Item item = make_item(entry, context, lendable);
    item.from_aggregate = is_taken_over(entry, feed, url);
    const bool side_file = is_download(item) && is_side_file(item.title);
    if (!says_nothing(item) && !side_file) items.push_back(std::move(item));
  }
  mark_aggregate(items, feed, url);
  read_authors_of_titles(items);
  set_keys(items);
  lend_pages(items, lendable);
  return items;
}

std::string feed_title(const RawFeed& feed) {
  return plain_title(feed.title);
}

std::string feed_site(const RawFeed& feed, std::string_view url) {
  if (feed.link.empty()) return {};
  std::string site = resolve_link(url, feed.link);
  return is_web_url(site) && site != url ? site : std::string();
}

}  // namespace collector
