#include "classify/topic.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace collector {
namespace {

constexpr std::array<std::string_view, 6> kTopicWords{"xmpp",  "jabber", "omemo",
                                                      "xep-0", "jingle", "xsf"};

/// Categories of a forum that carry its announcements.
constexpr std::array<std::string_view, 6> kNewsCategories{"blog",    "news",    "announce",
                                                          "release", "journal", "changelog"};
constexpr std::array<std::string_view, 5> kSupportCategories{"support", "help", "question",
                                                             "troubleshoot", "q&a"};

/// Projects whose names are everyday words: enough to keep an item, not enough to call a feed
/// ours.
constexpr std::array<std::string_view, 24> kOrdinaryNames{
    "conversations", "spark",  "dino",   "prose",    "profanity", "finch",  "verse",  "skates",
    "bruno",         "smack",  "tinder", "trillian", "blather",   "iris",   "eiffel", "halcyon",
    "citadel",       "pidgin", "vines",  "whack",    "squawk",    "chatty", "psi",    "jmp"};

template <std::size_t N>
bool names_any(std::string_view text, const std::array<std::string_view, N>& wanted) {
  const std::string small = lower(text);
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
    return small.find(word) != std::string::npos;
  });
}

bool names_topic(const std::string& text, const ProjectRegistry& projects) {
  return names_any(text, kTopicWords) || projects.mentioned(text) != nullptr;
}

/// The same, but a word that everybody uses is no proof.
bool surely_names_topic(const std::string& text, const ProjectRegistry& projects) {
  if (names_any(text, kTopicWords)) return true;
  const Project* project = projects.mentioned(text);
  return project != nullptr && std::find(kOrdinaryNames.begin(), kOrdinaryNames.end(),
                                         lower(project->name)) == kOrdinaryNames.end();
}

/// What a reader sees before opening the page: project, address, title, categories.
bool announces_topic(const Item& item, const ProjectRegistry& projects,
                     bool (*names)(const std::string&, const ProjectRegistry&)) {
  if (!item.version.empty() && projects.by_name(item.project) != nullptr) return true;
  if (projects.by_url(item.url) != nullptr || projects.is_home(item.url)) return true;
  const auto on_topic = [&](const std::string& text) { return names(text, projects); };
  return on_topic(item.title) || on_topic(item.url) ||
         std::any_of(item.categories.begin(), item.categories.end(), on_topic);
}

/// The same for HTML. Projects are looked for between its tags only: what stands inside them is
/// long, and names classes and files.
bool html_names_topic(std::string_view html, const ProjectRegistry& projects) {
  if (names_any(html, kTopicWords)) return true;
  while (!html.empty()) {
    const std::size_t tag = html.find('<');
    if (projects.mentioned(html.substr(0, tag)) != nullptr) return true;
    const std::size_t end = html.find('>', std::min(tag, html.size()));
    if (end == std::string_view::npos) break;
    html.remove_prefix(end + 1);
  }
  return false;
}

/// Discourse's topics: guid HOST-topic-N, link /t/SLUG/N.
bool is_forum_topic(const Item& item) {
  return item.guid.find("-topic-") != std::string::npos &&
         item.url.find("/t/") != std::string::npos;
}

bool has_category(const Item& item, bool (*wanted)(const std::string&)) {
  return std::any_of(item.categories.begin(), item.categories.end(), wanted);
}

bool is_news_category(const std::string& name) {
  return names_any(name, kNewsCategories);
}

bool is_support_category(const std::string& name) {
  return names_any(name, kSupportCategories);
}

bool is_written(const Item& item) {
  return !is_release(item.kind);
}

bool is_forum(std::span<const Item> items) {
  std::unordered_set<std::string> categories;
  bool some_news = false;
  for (const Item& item : items) {
    if (!is_forum_topic(item)) continue;
    categories.insert(item.categories.begin(), item.categories.end());
    some_news = some_news || has_category(item, is_news_category);
  }
  return some_news && categories.size() > 1;
}

}  // namespace

bool is_on_topic(const Item& item, const ProjectRegistry& projects) {
  return announces_topic(item, projects, names_topic) || names_topic(item.summary, projects) ||
         html_names_topic(item.content, projects);
}

bool is_support_request(const Item& item, const FeedProfile& profile) {
  if (!is_forum_topic(item) || item.categories.empty()) return false;
  if (has_category(item, is_support_category)) return true;
  return profile.forum && !has_category(item, is_news_category);
}

FeedProfile profile_of(std::span<const Item> items, const FeedSource& source,
                       const ProjectRegistry& projects) {
  const bool at_home = projects.is_home(source.url) || names_topic(source.name, projects) ||
                       names_topic(source.url, projects);
  // A list of releases is one project's own, whatever its notes speak of. The text of the
  // others is not read here: a mention in passing does not make a feed ours.
  const bool writes = std::any_of(items.begin(), items.end(), is_written);
  const auto on_topic = [&](const Item& item) {
    return announces_topic(item, projects, surely_names_topic);
  };
  FeedProfile profile;
  profile.mixed = !at_home && writes && std::any_of(items.begin(), items.end(), on_topic);
  profile.forum = is_forum(items);
  return profile;
}

}  // namespace collector
