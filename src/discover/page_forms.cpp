// What a page tells: the feeds it names, and the program that made it.
#include "core/lists.h"
#include "core/text.h"
#include "core/url.h"
#include "discover/address.h"
#include "discover/forms.h"

#include <algorithm>
#include <array>

namespace collector {

namespace {

using Urls = std::vector<std::string>;

void add(Urls& urls, const std::string& url) {
  if (!url.empty()) add_once(urls, url);
}

Urls feeds_of_discourse(const PageAddress& page) {
  const auto end = page.segments.end();
  const auto category = std::find(page.segments.begin(), end, "c");
  const auto tag = std::find(page.segments.begin(), end, "tag");
  const auto index = [&](auto place) {
    return static_cast<std::size_t>(place - page.segments.begin());
  };
  if (category != end && category + 1 != end) {
    // "/c/parent/name/7/l/latest": what stands behind the number is a way of looking at it.
    std::size_t last = page.segments.size();
    for (std::size_t at = index(category) + 1; at < last; ++at) {
      const std::string& word = page.segments[at];
      if (std::ranges::all_of(word, is_digit)) last = at + 1;
    }
    return {page.site + page.path(0, last) + ".rss"};
  }
  if (tag != end && tag + 1 != end) return {page.site + page.path(0, index(tag) + 2) + ".rss"};
  // A forum may live below a path; a topic has no feed of its category in its address.
  const auto topic = std::find(page.segments.begin(), end, "t");
  const std::size_t base = topic == end ? 0 : index(topic);
  return {page.site + page.path(0, base) + "/latest.rss"};
}

Urls feeds_of_peertube(const PageAddress& page) {
  const std::string feed = page.site + "/feeds/videos.xml?";
  const std::string newest = "sort=-publishedAt";
  const std::string name = page.segment(1);
  if ((page.at(0, "c") || page.at(0, "video-channels")) && !name.empty())
    return {feed + "videoChannelName=" + name + "&" + newest};
  if ((page.at(0, "a") || page.at(0, "accounts")) && !name.empty())
    return {feed + "accountName=" + name + "&" + newest};
  return {feed + newest};
}

Urls feeds_of_forgejo(const PageAddress& page) {
  if (page.segments.size() < 2) return {};
  const std::string home = page.site + page.path(0, 2);
  return {home + "/releases.rss", home + "/tags.rss"};
}

Urls feeds_of_gitlab(const PageAddress& page) {
  const auto dash = std::find(page.segments.begin(), page.segments.end(), "-");
  const auto length = static_cast<std::size_t>(dash - page.segments.begin());
  if (length < 2) return {};
  const std::string home = page.site + page.path(0, length);
  return {home + "/-/releases.atom", home + "/-/tags?format=atom"};
}

Urls feeds_of_mastodon(const PageAddress& page) {
  if (!page.segment(0).starts_with("@")) return {};
  return {page.site + "/" + page.segment(0) + ".rss"};
}

/// A video's page names its channel, a channel's its number.
Urls feeds_of_youtube(const PageAddress& page, const WebPage& said) {
  if (!page.host.ends_with("youtube.com") && page.host != "youtu.be") return {};
  std::string channel = said.channel;
  if (const PageAddress main(said.canonical); main.at(0, "channel")) channel = main.segment(1);
  if (!channel.starts_with("UC")) return {};
  return {"https://www.youtube.com/feeds/videos.xml?channel_id=" + channel};
}

/// The programs that a page gives away, by a word of its generator, platform or keywords, and
/// where each keeps its feeds.
struct Generator {
  std::string_view word;
  std::string WebPage::*told_by;
  Urls (*feeds)(const PageAddress& page);
};

template <const char* const& place>
Urls at_site(const PageAddress& page) {
  return {page.site + place};
}

constexpr const char* kWordPress = "/feed/";
constexpr const char* kGhost = "/rss/";
constexpr const char* kHugo = "/index.xml";
constexpr const char* kJekyll = "/feed.xml";
constexpr const char* kPelican = "/feeds/all.atom.xml";
constexpr const char* kBlogger = "/feeds/posts/default";
constexpr const char* kWriteFreely = "/feed/";

constexpr std::array kGenerators{
    Generator{"discourse", &WebPage::generator, feeds_of_discourse},
    Generator{"peertube", &WebPage::platform, feeds_of_peertube},
    Generator{"gitlab", &WebPage::platform, feeds_of_gitlab},
    Generator{"forgejo", &WebPage::keywords, feeds_of_forgejo},
    Generator{"gitea", &WebPage::keywords, feeds_of_forgejo},
    Generator{"mastodon", &WebPage::generator, feeds_of_mastodon},
    Generator{"mastodon", &WebPage::platform, feeds_of_mastodon},
    Generator{"wordpress", &WebPage::generator, at_site<kWordPress>},
    Generator{"ghost", &WebPage::generator, at_site<kGhost>},
    Generator{"hugo", &WebPage::generator, at_site<kHugo>},
    Generator{"jekyll", &WebPage::generator, at_site<kJekyll>},
    Generator{"pelican", &WebPage::generator, at_site<kPelican>},
    Generator{"blogger", &WebPage::generator, at_site<kBlogger>},
    Generator{"writefreely", &WebPage::generator, at_site<kWriteFreely>}};

/// Forges and forums name feeds of activity and of answers on their pages; their own places are
/// better. Of other programs what the page itself names is better.
bool knows_better(const Generator& generator) {
  return generator.feeds == feeds_of_discourse || generator.feeds == feeds_of_gitlab ||
         generator.feeds == feeds_of_forgejo || generator.feeds == feeds_of_peertube;
}

/// Feeds of answers, of commits and of whatever anybody does: last.
bool is_chatter(const NamedFeed& feed) {
  const std::string text = lower(feed.title + " " + feed.url);
  for (const std::string_view word : {"comment", "kommentar", "commentaire", "replies",
                                      "/posts.rss", "activity", "commits"}) {
    if (contains(text, word)) return true;
  }
  return false;
}

void add_named(Urls& urls, const std::vector<NamedFeed>& feeds) {
  for (const bool chatter : {false, true}) {
    for (const NamedFeed& feed : feeds) {
      if (is_chatter(feed) == chatter) add(urls, feed.url);
    }
  }
}

}  // namespace

std::vector<std::string> feeds_of_page(std::string_view url, const WebPage& page) {
  const PageAddress address(url);
  Urls better;
  Urls fallback;
  for (const Generator& generator : kGenerators) {
    if (!contains(lower(page.*generator.told_by), generator.word)) continue;
    for (const std::string& feed : generator.feeds(address))
      add(knows_better(generator) ? better : fallback, feed);
  }
  Urls feeds = std::move(better);
  add_named(feeds, page.feeds);
  for (const std::string& feed : feeds_of_youtube(address, page))
    add(feeds, feed);
  for (const std::string& feed : fallback)
    add(feeds, feed);
  return feeds;
}

std::vector<std::string> usual_feeds(std::string_view url, const WebPage& page) {
  Urls feeds;
  add_named(feeds, page.linked);
  const PageAddress address(url);
  // Beside the page first, then at the root of its site.
  for (const std::string& base : {std::string(url), address.site + "/"}) {
    for (const char* place : {"feed.xml", "atom.xml", "rss.xml", "index.xml", "feed/", "feed",
                              "feed.atom", "rss", "feeds/all.atom.xml", "feed.json"})
      add(feeds, resolve_url(base, place));
  }
  return feeds;
}

}  // namespace collector
