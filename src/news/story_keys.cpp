#include "news/story_keys.h"

#include "core/names.h"
#include "core/text.h"
#include "core/url.h"
#include "core/utf8.h"
#include "core/version.h"
#include "news/forge.h"
#include "news/opening.h"
#include "news/page.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace collector {
namespace {

using days = std::chrono::days;

/// Further apart, equal titles are two pieces of news ("Security update").
constexpr days kTitleDays{3};
constexpr days kTranslationDays{3};

/// Titles of fewer letters or words are said by many ("New release", "2.0").
constexpr std::size_t kTitleWords = 3;
constexpr std::size_t kTitleLetters = 12;

const std::string kTitleMark = "title ";

/// A feed's priority outweighs all that tells its copy of a story from another's.
constexpr int kPriorityStep = 100;
constexpr int kKept = 1000;

/// A post that says in passing what another page tells stands behind even a planet's copy.
constexpr int kPost = -kPriorityStep - kPriorityStep / 2;

/// Feeds whose items lie on so many hosts gather other people's posts.
constexpr std::size_t kAggregateHosts = 3;

constexpr std::array<std::string_view, 11> kIdleWords{
    "a", "the", "is", "has", "been", "released", "release", "out", "available", "now", "of"};

/// Many authors make their titles of them, and of years: "Status update, October 2026".
constexpr std::array<std::string_view, 27> kFormulaWords{
    "january", "february",  "march",   "april",    "may",      "june",     "july",
    "august",  "september", "october", "november", "december", "status",   "update",
    "updates", "report",    "final",   "monthly",  "weekly",   "activity", "activities",
    "foss",    "gsoc",      "summer",  "new",      "year",     "my"};

constexpr std::array<std::string_view, 16> kLanguages{"en", "de", "fr", "es", "it", "pt",
                                                      "nl", "ru", "uk", "pl", "cs", "eu",
                                                      "ca", "zh", "ja", "sv"};

bool is_idle(const std::string& word) {
  return is_one_of(kIdleWords, word);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         is_digit(word[2]) && is_digit(word[3]);
}

/// For how many words one counts that tells news apart. Where they are not parted by blanks,
/// two characters are about one, and hiragana is grammar.
std::size_t weight(const std::string& word) {
  constexpr std::size_t kTwoCharacters = 6;  // bytes
  const char32_t code = code_point(first_character(word));
  if (code >= 0x3041 && code <= 0x309F) return 0;
  if (code >= 0x30A0 && code <= 0x9FFF) return word.size() / kTwoCharacters;
  return is_one_of(kFormulaWords, word) || is_year(word) ? 0 : 1;
}

/// The words of a title that carry its meaning; empty when they are too few to tell news apart.
std::string title_key(std::string_view title) {
  std::string key;
  std::size_t count = 0;
  for (std::string word : words(title)) {
    if (word.size() > 1 && word[0] == 'v' && word[1] >= '0' && word[1] <= '9') word.erase(0, 1);
    if (is_idle(word)) continue;
    key += (key.empty() ? "" : " ") + word;
    count += weight(word);
  }
  return count >= kTitleWords && key.size() >= kTitleLetters ? key : std::string();
}

/// The whole title; then what stands behind and before its colon, for a planet puts the author
/// in front and a second site may leave the subtitle out; of a post its first sentence.
std::vector<std::string> title_keys(const Item& item) {
  const std::string title = in_ascii_forms(item.title);
  std::vector<std::string> keys{title_key(title)};
  if (is_post(item)) keys.push_back(title_key(opening_sentence(item.title)));
  const std::size_t colon = title.find(": ");
  if (colon != std::string::npos) {
    keys.push_back(title_key(title.substr(colon + 1)));
    keys.push_back(title_key(title.substr(0, colon)));
  }
  return keys;
}

/// The language a path segment such as "en" or "pt_BR" names; empty for none.
std::string segment_language(std::string_view segment) {
  std::string name = lower(before_any<'_', '-'>(segment));
  if (segment.size() > 5) name.clear();
  return is_one_of(kLanguages, name) ? name : std::string();
}

struct Translation {
  std::string language;
  std::string rest;  // the address without it
};

/// Parts "index.de.html" into "de" and "index.html"; nothing where no language is named.
std::optional<Translation> page_language(std::string_view segment) {
  constexpr std::string_view kEnding = ".html";
  if (!segment.ends_with(kEnding)) return std::nullopt;
  segment.remove_suffix(kEnding.size());
  const std::size_t dot = segment.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string language = segment_language(segment.substr(dot + 1));
  if (language.empty()) return std::nullopt;
  return Translation{language, std::string(segment.substr(0, dot)) + std::string(kEnding)};
}

/// Parts "https://host/fr/post/" into "fr" and "https://host/post/".
Translation part_language(std::string_view url) {
  Translation parted;
  std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return parted;
  for (begin += 3; begin <= url.size();) {
    const std::size_t end = std::min(url.find('/', begin), url.size());
    std::string segment(url.substr(begin, end - begin));
    if (const auto page = page_language(segment); page && parted.language.empty()) {
      parted.language = page->language;
      segment = page->rest;
    }
    if (parted.language.empty()) parted.language = segment_language(segment);
    const bool left_out =
        !parted.language.empty() && segment_language(segment) == parted.language;
    if (!left_out) parted.rest += "/" + segment;
    begin = end + 1;
  }
  return parted;
}

bool is_whole_title(const StoryKey& key, const Item& item) {
  return key.text == kTitleMark + title_key(in_ascii_forms(item.title));
}

const std::string& comparable_url(const Item& item) {
  return item.canonical_url.empty() ? item.url : item.canonical_url;
}

/// Each has a place of its own on the page, as the entries of a list of changes do.
bool stand_apart(const Item& a, const Item& b) {
  const std::string_view one = split_url(a.url).fragment;
  const std::string_view other = split_url(b.url).fragment;
  return !one.empty() && !other.empty() && one != other;
}

std::string forge_release(const Item& item) {
  const auto forge = read_forge_url(item.url);
  if (!forge || forge->page != ForgePage::Release) return {};
  return forge->key() + " " + forge->tag;
}

}  // namespace

std::string story_version(const Item& item) {
  return is_release(item.kind) ? version_key(item.version) : std::string();
}

std::string release_key(std::string_view project, std::string_view version) {
  return fold_name(project) + ' ' + version_key(version);
}

std::vector<StoryKey> story_keys(const Item& item) {
  std::vector<StoryKey> keys;
  if (item.kind == ItemKind::Specification || item.kind == ItemKind::Noise) return keys;
  const auto add = [&](KeyKind kind, std::string_view mark, const std::string& text) {
    if (!text.empty()) keys.push_back({kind, std::string(mark) + text});
  };
  add(KeyKind::Page, "page ", comparable_url(item));
  add(KeyKind::ForgeRelease, "tag ", forge_release(item));
  if (!story_version(item).empty() && !item.project.empty())
    add(KeyKind::ProjectVersion, "version ", release_key(item.project, item.version));
  for (const std::string& title : title_keys(item))
    add(KeyKind::Title, kTitleMark, title);
  add(KeyKind::Translation, "path ", part_language(comparable_url(item)).rest);
  return keys;
}

bool may_join(const StoryKey& key, const Item& a, const Item& b) {
  const auto apart = a.date > b.date ? a.date - b.date : b.date - a.date;
  switch (key.kind) {
    case KeyKind::Page:
      // A feed may link all its entries to one page; only another feed's copy is the same news.
      return a.title == b.title || (a.feed != b.feed && !stand_apart(a, b));
    case KeyKind::ForgeRelease:
    case KeyKind::ProjectVersion:
      return true;
    case KeyKind::Title:
      return apart <= kTitleDays && bare_host(a.url) != bare_host(b.url) &&
             (is_whole_title(key, a) || is_whole_title(key, b));
    case KeyKind::Translation:
      return apart <= kTranslationDays && part_language(comparable_url(a)).language !=
                                              part_language(comparable_url(b)).language;
  }
  return false;
}

std::string key_evidence(const StoryKey& key, const Item& other) {
  const std::string where = " (" + other.feed + ": " + other.title + ")";
  switch (key.kind) {
    case KeyKind::Page:
      return "the same page" + where;
    case KeyKind::ForgeRelease:
      return "the same tag of one repository" + where;
    case KeyKind::ProjectVersion:
      return "the same version of " + other.project + where;
    case KeyKind::Title:
      return "the same title on two hosts within three days" + where;
    case KeyKind::Translation:
      return "the same address in another language" + where;
  }
  return {};
}

StoryRanks::StoryRanks(std::span<const StoredItem> items, std::span<const FeedSource> feeds,
                       const ProjectRegistry& projects)
    : projects_(projects) {
  std::unordered_map<std::string, std::unordered_set<std::string>> hosts;
  for (const StoredItem& stored : items) {
    auto& seen = hosts[stored.item.feed];
    if (seen.size() < kAggregateHosts) seen.insert(bare_host(stored.item.url));
  }
  for (const auto& [feed, seen] : hosts)
    feed_rank_[feed] = seen.size() >= kAggregateHosts ? -kPriorityStep : 0;
  for (const FeedSource& feed : feeds) {
    if (feed.priority != 0) feed_rank_[feed.name] = feed.priority * kPriorityStep;
    if (!feed.project.empty()) feed_project_[feed.name] = fold_name(feed.project);
  }
}

/// True for what a project says itself: at its home, or on a foreign host in a feed that bears
/// its name or is configured to be about it.
bool StoryRanks::is_own(const Item& item) const {
  const std::string name = fold_name(item.project);
  const auto feed = feed_project_.find(item.feed);
  if (name.empty()) return false;
  if (fold_name(item.feed) == name || (feed != feed_project_.end() && feed->second == name))
    return true;
  const Project* project = projects_.by_name(item.project);
  return project != nullptr && projects_.is_home_of(*project, item.url);
}

/// An announcement in words says more than a tag, but a stranger's less than the project's own;
/// a registry's page says least.
int StoryRanks::page_rank(const Item& item) const {
  const auto forge = read_forge_url(item.url);
  if (forge) return forge->forge == Forge::Registry ? -3 : 0;
  if (page_kind(item.url, forge) == PageKind::Video) return -3;
  return is_own(item) ? 8 : 4;
}

int StoryRanks::rank(const StoredItem& stored) const {
  const Item& item = stored.item;
  const auto feed = feed_rank_.find(item.feed);
  int points = feed == feed_rank_.end() ? 0 : feed->second;
  if (stored.state == State::Kept) points += kKept;
  if (is_post(item)) points += kPost;
  points += page_rank(item);
  if (!item.group.empty()) points += 2;
  // A page whose feed is sure of itself says more than one found anywhere.
  if (item.confidence >= 0.5) points += 1;
  return points;
}

bool StoryRanks::leads(const StoredItem& a, const StoredItem& b) const {
  const int left = rank(a);
  const int right = rank(b);
  if (left != right) return left > right;
  if (a.item.date != b.item.date) return a.item.date < b.item.date;
  return a.id < b.id;
}

}  // namespace collector
