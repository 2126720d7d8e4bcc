#include "classify/topic.h"

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

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

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

}  // namespace

bool is_on_topic(const Item& item, const ProjectRegistry& projects) {
  if (!item.version.empty() && projects.by_name(item.project) != nullptr) return true;
  if (projects.by_url(item.url) != nullptr || projects.is_home(item.url)) return true;
  const auto on_topic = [&](const std::string& text) { return names_topic(text, projects); };
  return on_topic(item.title) || on_topic(item.url) || on_topic(item.summary) ||
         on_topic(item.content) ||
         std::any_of(item.categories.begin(), item.categories.end(), on_topic);
}

bool is_support_request(const Item& item, const FeedProfile& profile) {
  if (!is_forum_topic(item) || item.categories.empty()) return false;
  if (has_category(item, is_support_category)) return true;
  return profile.forum && !has_category(item, is_news_category);
}

FeedProfile profile_of(std::span<const Item> items, const FeedSource& source,
                       const ProjectRegistry& projects) {
  FeedProfile profile;
  std::unordered_set<std::string> categories;
  bool some_news = false;
  bool some_on_topic = false;
  for (const Item& item : items) {
    some_on_topic = some_on_topic || is_on_topic(item, projects);
    if (!is_forum_topic(item)) continue;
    categories.insert(item.categories.begin(), item.categories.end());
    some_news = some_news || has_category(item, is_news_category);
  }
  profile.forum = categories.size() > 1 && some_news;
  const bool at_home = projects.is_home(source.url) || names_topic(source.name, projects) ||
                       names_topic(source.url, projects);
  profile.mixed = some_on_topic && !at_home;
  return profile;
}

}  // namespace collector
