#include "discover/discover.h"

#include "core/credentials.h"
#include "core/error.h"
#include "core/text.h"
#include "core/url.h"
#include "discover/forms.h"
#include "discover/page_text.h"
#include "fetch/documents.h"
#include "fetch/web_url.h"
#include "normalise/date.h"
#include "normalise/normalise.h"
#include "parse/feed_reader.h"

#include <algorithm>
#include <utility>

namespace collector {

namespace {

std::optional<UtcTime> newest_date(const RawFeed& feed, UtcTime now) {
  std::optional<UtcTime> newest;
  for (const RawEntry& entry : feed.entries) {
    const auto date = parse_date(entry.published.empty() ? entry.updated : entry.published);
    if (date && *date <= now + std::chrono::days{1}) newest = std::max(newest, date);
  }
  return newest;
}

/// Nothing when the document is no feed.
std::optional<FoundFeed> read_as_feed(const std::string& url, const Document& document,
                                      UtcTime now) {
  if (document.result.status != FetchStatus::Fetched) return std::nullopt;
  try {
    const RawFeed feed = read_feed(document.body, document.result.content_type);
    const std::string& moved = document.result.permanent_url;
    return FoundFeed{moved.empty() ? url : moved, feed_title(feed), feed.format,
                     static_cast<int>(feed.entries.size()), newest_date(feed, now)};
  } catch (const ParseError&) {
    return std::nullopt;
  }
}

/// Those of `urls` that are feeds, in their order; those without entries last.
std::vector<FoundFeed> ask(std::vector<std::string> urls, const Settings& settings,
                           UtcTime now) {
  std::ranges::transform(urls, urls.begin(), with_encoded_spaces);
  std::vector<std::optional<FoundFeed>> answers(urls.size());
  fetch_documents(settings, urls, now, [&](std::size_t index, Document&& document) {
    answers[index] = read_as_feed(urls[index], document, now);
  });
  std::vector<FoundFeed> found;
  for (std::optional<FoundFeed>& answer : answers) {
    const auto same = [&](const FoundFeed& feed) { return feed.url == answer->url; };
    if (answer && std::none_of(found.begin(), found.end(), same))
      found.push_back(std::move(*answer));
  }
  std::stable_partition(found.begin(), found.end(),
                        [](const FoundFeed& feed) { return feed.entries > 0; });
  return found;
}

/// Fetches the page. When it is a feed, that is all there is to find.
Discovery open_page(const std::string& url, const Settings& settings, UtcTime now) {
  Discovery discovery;
  discovery.url = url;
  const Document document = fetch_document(settings, url, now);
  const FetchResult& result = document.result;
  if (result.status != FetchStatus::Fetched)
    throw Error(mask_credentials(url) + ": " + result.error);
  discovery.final_url = result.final_url;
  if (auto feed = read_as_feed(url, document, now)) {
    discovery.is_feed = true;
    discovery.feeds.push_back(std::move(*feed));
  } else {
    const std::string text = page_text(document.body, result.content_type);
    discovery.page = read_web_page(text, result.final_url);
  }
  return discovery;
}

/// "feed://example.org/atom" and "feed:https://…", as buttons of readers have them.
std::string_view without_feed_scheme(std::string_view address) {
  for (const std::string_view scheme : {"feed://", "feed:"}) {
    if (starts_ignoring_case(address, scheme)) return address.substr(scheme.size());
  }
  return address;
}

}  // namespace

std::string absolute_address(const std::string& address) {
  const std::string given(without_feed_scheme(address));
  constexpr std::string_view kScheme = "https://";
  const bool has_scheme = given.find("://") != std::string::npos;
  std::string url = (has_scheme ? "" : std::string(kScheme)) + with_encoded_spaces(given);
  // "mailto:me@example.org" would else be a host with a password.
  const bool has_user = !has_scheme && given.substr(0, given.find('/')).find('@') != given.npos;
  // "/srv/feed.xml" would be one with many slashes before it.
  const bool is_path = !has_scheme && (given.starts_with('/') || given.starts_with('.'));
  const bool is_asked = wanted_address(url).empty() && parse_web_url(url);
  if (has_user || is_path || !is_asked) {
    const std::string shown = mask_credentials(url).substr(has_scheme ? 0 : kScheme.size());
    throw UsageError("\"" + shown + "\" is no address of the web; one begins with https://");
  }
  return url;
}

Discovery discover(const std::string& url, const Settings& settings, UtcTime now) {
  Discovery by_address{url, ask(feeds_of_address(url), settings, now), {}, url};
  if (!by_address.feeds.empty() && by_address.feeds.front().entries > 0) return by_address;

  Discovery found = open_page(url, settings, now);
  if (!found.page) return found;
  found.feeds = ask(feeds_of_page(found.final_url, *found.page), settings, now);
  if (found.feeds.empty()) found.feeds = std::move(by_address.feeds);
  if (found.feeds.empty())
    found.feeds = ask(usual_feeds(found.final_url, *found.page), settings, now);
  return found;
}

Discovery look_at_page(const std::string& url, const Settings& settings, UtcTime now) {
  Discovery found = open_page(url, settings, now);
  if (!found.page) return found;
  std::vector<std::string> candidates = feeds_of_address(found.final_url);
  for (std::string& feed : feeds_of_page(found.final_url, *found.page))
    candidates.push_back(std::move(feed));
  found.feeds = ask(candidates, settings, now);
  return found;
}

}  // namespace collector
