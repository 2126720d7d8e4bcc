// What an address alone tells. Sources: the help pages of each service on its feeds, and the
// feeds themselves.
#include "discover/address.h"
#include "discover/forms.h"
#include "news/forge.h"

#include <algorithm>
#include <array>

namespace collector {

namespace {

using Urls = std::vector<std::string>;

/// A folder of SourceForge's download area, as it stands in its feed's address.
std::string sourceforge_folder(const PageAddress& page) {
  if (!page.at(2, "files")) return "/";
  std::size_t end = page.segments.size();
  if (page.segments.back() == "download") end -= 2;  // a file and its button: the folder
  const std::string folder = page.path(3, end);
  return folder.empty() ? "/" : folder;
}

Urls feeds_of_repository(const ForgeUrl& forge, const PageAddress& page) {
  const std::string home = forge.home();
  switch (forge.forge) {
    case Forge::GitHub:
      if (page.at(2, "discussions")) return {home + "/discussions.atom"};
      return {home + "/releases.atom", home + "/tags.atom"};
    case Forge::Forgejo:
      return {home + "/releases.rss", home + "/tags.rss"};
    case Forge::GitLab:
      return {home + "/-/releases.atom", home + "/-/tags?format=atom"};
    case Forge::Sourcehut:
      return {home + "/refs/rss.xml"};
    case Forge::Registry:
      return {};  // see feeds_of_package
    case Forge::SourceForge:
      return {"https://sourceforge.net/projects/" + forge.repository +
              "/rss?path=" + sourceforge_folder(page)};
  }
  return {};
}

bool is_forge_page(const ForgeUrl& forge) {
  // What GitHub keeps for itself is no owner.
  static constexpr std::array kNoOwners{"orgs",     "users",   "topics",   "search",
                                        "settings", "explore", "sponsors", "marketplace"};
  return !(forge.forge == Forge::GitHub &&
           std::find(kNoOwners.begin(), kNoOwners.end(), forge.owner) != kNoOwners.end());
}

Urls feeds_of_youtube(const PageAddress& page) {
  const std::string feed = "https://www.youtube.com/feeds/videos.xml?";
  if (const std::string list = page.parameter("list"); !list.empty())
    return {feed + "playlist_id=" + list};
  if (page.at(0, "channel") && page.segments.size() > 1)
    return {feed + "channel_id=" + page.segment(1)};
  if (page.at(0, "user") && page.segments.size() > 1) return {feed + "user=" + page.segment(1)};
  return {};
}

/// Of a registry's page about a package.
Urls feeds_of_package(const PageAddress& page) {
  const std::string collection = page.segment(0);
  const std::string name = page.segment(1);
  if (name.empty()) return {};
  if (page.host == "pypi.org" && collection == "project")
    return {"https://pypi.org/rss/project/" + name + "/releases.xml"};
  if (page.host == "crates.io" && collection == "crates")
    return {"https://static.crates.io/rss/crates/" + name + ".xml"};
  if (page.host == "rubygems.org" && collection == "gems")
    return {page.site + "/gems/" + name + "/versions.atom"};
  if (page.host == "nuget.org" && collection == "packages")
    return {page.site + "/packages/" + name + "/atom.xml"};
  if (page.host == "packagist.org" && collection == "packages" && page.segments.size() > 2)
    return {page.site + "/feeds/package." + name + "/" + page.segment(2) + ".rss"};
  return {};
}

Urls feeds_of_known_host(const PageAddress& page) {
  const std::string first = page.segment(0);
  const std::string second = page.segment(1);
  if (page.host == "youtube.com" || page.host == "m.youtube.com") return feeds_of_youtube(page);
  if (page.host == "medium.com" && !first.empty()) return {page.site + "/feed/" + first};
  if (Urls feeds = feeds_of_package(page); !feeds.empty()) return feeds;
  const bool sourceforge_news =
      page.host == "sourceforge.net" && first == "p" && page.at(2, "news");
  if (sourceforge_news) return {page.site + page.path(0, 3) + "/feed"};
  if (page.host == "sourceforge.net" && first == "p" && !second.empty())
    return {page.site + "/projects/" + second + "/rss?path=/"};
  const bool reddit = page.host == "reddit.com" || page.host == "old.reddit.com";
  if (reddit && (first == "r" || first == "user") && !second.empty())
    return {page.site + page.path(0, 2) + "/.rss"};
  return {};
}

/// "@user", and what follows: a profile of Mastodon and its kin; "@user@other.host" is shown
/// here and lives there.
Urls feeds_of_profile(const PageAddress& page) {
  const std::string name = page.segment(0);
  if (name.size() < 2 || name[0] != '@' || page.segments.size() > 2) return {};
  const std::size_t elsewhere = name.find('@', 1);
  const std::string profile =
      elsewhere == std::string::npos
          ? page.site + "/" + name
          : "https://" + name.substr(elsewhere + 1) + "/" + name.substr(0, elsewhere);
  return {profile + ".rss", profile + "/feed.rss", profile + ".atom"};
}

/// Movim and mailing lists on HyperKitty, which show in their paths wherever they run.
Urls feeds_of_path(const PageAddress& page) {
  const bool movim =
      page.segments.size() >= 3 && (page.at(0, "community") || page.at(0, "node"));
  if (movim) return {page.site + "/feed" + page.path(1, 3)};
  for (std::size_t index = 0; index + 1 < page.segments.size(); ++index) {
    const bool list =
        page.at(index, "list") && page.segment(index + 1).find('@') != std::string::npos;
    if (list) return {page.site + page.path(0, index + 2) + "/feed/"};
  }
  return {};
}

}  // namespace

std::vector<std::string> feeds_of_address(std::string_view url) {
  const PageAddress page(url);
  if (Urls feeds = feeds_of_known_host(page); !feeds.empty()) return feeds;
  const bool video = page.host.ends_with("youtube.com");
  const auto forge = read_forge_url(url);
  if (forge && is_forge_page(*forge)) return feeds_of_repository(*forge, page);
  if (Urls feeds = feeds_of_profile(page); !feeds.empty() && !video) return feeds;
  return feeds_of_path(page);
}

}  // namespace collector
