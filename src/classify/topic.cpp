#include "classify/topic.h"

#include "core/names.h"
#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace collector {
namespace {

/// Categories of a forum that carry its announcements.
constexpr std::array<std::string_view, 6> kNewsCategories{"blog",    "news",    "announce",
                                                          "release", "journal", "changelog"};
constexpr std::array<std::string_view, 5> kSupportCategories{"support", "help", "question",
                                                             "troubleshoot", "q&a"};
constexpr std::array<std::string_view, 4> kAnswerMarks{"re", "aw", "antw", "sv"};

/// Discourse's topics: guid HOST-topic-N, link /t/SLUG/N.
bool is_forum_topic(const Item& item) {
  return item.guid.find("-topic-") != std::string::npos &&
         item.url.find("/t/") != std::string::npos;
}

bool has_category(const Item& item, bool (*wanted)(const std::string&)) {
  return std::any_of(item.categories.begin(), item.categories.end(), wanted);
}

bool is_news_category(const std::string& name) {
  return contains_any(lower_utf8(name), kNewsCategories);
}

bool is_support_category(const std::string& name) {
  return contains_any(lower_utf8(name), kSupportCategories);
}

bool is_written(const Item& item) {
  return !is_release(item.kind);
}

/// "[Standards] Re: XEP-0001", in the languages whose mail programs do not say Re.
bool is_answer(const Item& item) {
  std::string_view title = item.title;
  if (title.starts_with('[')) title.remove_prefix(std::min(title.find(']') + 1, title.size()));
  title = trimmed(title);
  const std::string mark = lower(title.substr(0, title.find(':')));
  return mark.size() < title.size() && is_one_of(kAnswerMarks, mark);
}

/// One post may answer another blog's; several do only where people talk.
bool is_mailing_list(std::span<const Item> items) {
  return std::ranges::count_if(items, is_answer) > 1;
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

Topic::Topic(std::span<const std::string> words, const ProjectRegistry& projects)
    : projects_(projects) {
  for (const std::string& word : words)
    words_.push_back(lower_utf8(word));
}

bool Topic::covers(const Item& item) const {
  return is_announced(item, &Topic::is_named) || is_named(item.summary) ||
         is_named_in_html(item.content);
}

FeedProfile Topic::profile_of(std::span<const Item> items, const FeedSource& source) const {
  FeedProfile profile;
  profile.forum = is_forum(items);
  profile.mailing_list = is_mailing_list(items);
  if (words_.empty()) return profile;
  const bool at_home =
      projects_.is_home(source.url) || is_named(source.name) || is_named(source.url);
  // A list of releases is one project's own, whatever its notes speak of. The text of the
  // others is not read here: a mention in passing does not make a feed ours.
  const bool writes = std::any_of(items.begin(), items.end(), is_written);
  profile.mixed = !at_home && writes && std::ranges::any_of(items, [&](const Item& item) {
    return is_announced(item, &Topic::is_surely_named);
  });
  return profile;
}

bool Topic::has_word(std::string_view text) const {
  return contains_any(lower_utf8(text), words_);
}

bool Topic::is_named(const std::string& text) const {
  return has_word(text) || projects_.mentioned(text) != nullptr;
}

/// The same, but a word that everybody uses is no proof.
bool Topic::is_surely_named(const std::string& text) const {
  if (has_word(text)) return true;
  const Project* project = projects_.mentioned(text);
  return project != nullptr && !project->everyday_name;
}

/// What a reader sees before opening the page: project, address, title, categories.
bool Topic::is_announced(const Item& item, Names names) const {
  if (!item.version.empty() && projects_.by_name(item.project) != nullptr) return true;
  if (projects_.by_url(item.url) != nullptr || projects_.is_home(item.url)) return true;
  const auto says = [&](const std::string& text) { return (this->*names)(text); };
  return says(item.title) || says(item.url) || std::ranges::any_of(item.categories, says);
}

/// Projects are looked for between tags only: what stands inside them is long, and names
/// classes and files.
bool Topic::is_named_in_html(std::string_view html) const {
  if (has_word(html)) return true;
  while (!html.empty()) {
    const std::size_t tag = html.find('<');
    if (projects_.mentioned(html.substr(0, tag)) != nullptr) return true;
    const std::size_t end = html.find('>', std::min(tag, html.size()));
    if (end == std::string_view::npos) break;
    html.remove_prefix(end + 1);
  }
  return false;
}

bool is_conversation(const Item& item, const FeedProfile& profile) {
  if (profile.mailing_list && is_answer(item)) return true;
  if (!is_forum_topic(item) || item.categories.empty()) return false;
  if (has_category(item, is_support_category)) return true;
  return profile.forum && !has_category(item, is_news_category);
}

}  // namespace collector
