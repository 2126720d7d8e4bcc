#include "news/page.h"

#include "core/downloads.h"
#include "core/names.h"
#include "core/text.h"
#include "core/url.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace collector {
namespace {

/// True for "2026.07.22".
bool is_day(std::string_view version) {
  const std::vector<std::string> said = words(version);
  return said.size() == 3 && said[0].size() == 4 && said[0].starts_with("20") &&
         said[1].size() == 2 && said[2].size() == 2;
}

bool is_of_release(const std::optional<FoundVersion>& version) {
  return version && !is_day(version->text);
}

/// A tag that is moved to each new build, or made for each: "nightly" and "nightly-2026-07-22"
/// tell of no release, but "nightly-1.2.0" does, and "main-512" where its title is "Quay 5.0".
bool is_rolling(std::string_view tag, const std::optional<FoundVersion>& in_title) {
  static constexpr std::array<std::string_view, 13> kRollingWords{
      "nightly", "latest",   "continuous", "edge",  "tip", "master", "weekly",
      "main",    "snapshot", "rolling",    "daily", "dev", "canary"};
  const auto rolls = [](const std::string& word) { return is_one_of(kRollingWords, word); };
  const std::vector<std::string> said = words(tag);
  const bool moves = std::ranges::none_of(tag, is_digit);
  return !said.empty() && rolls(said.front()) && !is_of_release(find_version(tag)) &&
         (moves || !is_of_release(in_title)) &&
         std::ranges::all_of(said, [&](const std::string& word) {
           return rolls(word) || word == "build" || std::ranges::all_of(word, is_digit);
         });
}

/// Of the pages between two versions, those are releases whose title tells the later one, as a
/// change log's do; "from 2.0.0 to 2.1.0" is a link of a bullet.
bool tells_last(std::string_view url, const std::optional<FoundVersion>& in_title) {
  const std::string_view tags = before_any<'?', '#'>(url);
  const auto last = find_version(tags.substr(tags.rfind("..") + 2));
  return in_title && last && compare_versions(last->text, in_title->text) == 0;
}

bool is_no_news(std::string_view url, const std::optional<ForgeUrl>& forge,
                const std::optional<FoundVersion>& in_title) {
  if (!forge) return false;
  if (forge->page == ForgePage::Compare) return !tells_last(url, in_title);
  if (forge->page == ForgePage::Commit || is_rolling(forge->tag, in_title)) return true;
  return forge->page == ForgePage::File && is_side_file(forge->file);
}

bool is_extension(std::string_view url) {
  const std::size_t at = url.find("://xmpp.org/extensions/");
  return at != std::string_view::npos && at < 6;
}

bool is_video(std::string_view url) {
  for (std::string_view place : {"/videos/watch/", "youtube.com/watch", "youtu.be/",
                                 "media.ccc.de/v/", "/library/tracks/", "vimeo.com/"})
    if (url.find(place) != std::string_view::npos) return true;
  // PeerTube's short form, https://host/w/ID; a wiki's is /w/index.php.
  constexpr std::string_view kShort = "/w/";
  const std::string_view path = split_url(url).path;
  return path.starts_with(kShort) &&
         before_any<'/'>(path.substr(kShort.size())).find('.') == std::string_view::npos;
}

}  // namespace

PageKind page_kind(std::string_view url, const std::optional<ForgeUrl>& forge,
                   const std::optional<FoundVersion>& in_title) {
  if (is_extension(url)) return PageKind::Specification;
  if (is_no_news(url, forge, in_title)) return PageKind::NoNews;
  return is_video(url) ? PageKind::Video : PageKind::Page;
}

}  // namespace collector
