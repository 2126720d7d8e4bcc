#include "core/names.h"
#include "core/version.h"
#include "news/forge.h"
#include "news/stories.h"
#include "news/told_versions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace collector {
namespace {

bool is_kept(const Story& story) {
  return std::any_of(story.items.begin(), story.items.end(),
                     [](const StoredItem* stored) { return stored->state == State::Kept; });
}

/// The project's word on pre-releases, else that of the first of the story's feeds that has
/// one.
Prereleases setting(const Story& story, const ProjectRegistry& projects,
                    const std::unordered_map<std::string, Prereleases>& feeds) {
  const Project* project = projects.by_name(story.lead().project);
  if (project != nullptr && project->prereleases != Prereleases::Automatic)
    return project->prereleases;
  for (const StoredItem* stored : story.items)
    if (const auto feed = feeds.find(stored->item.feed);
        feed != feeds.end() && feed->second != Prereleases::Automatic)
      return feed->second;
  return Prereleases::Automatic;
}

std::string project_key(const Story& story) {
  return fold_name(story.lead().project) + ' ' + story.owner;
}

/// What the window has of each project.
struct Seen {
  std::unordered_set<std::string> stable;
  std::unordered_map<std::string, std::string> newest_prerelease;
};

void look_through(std::span<const Story> stories, Seen& seen) {
  for (const Story& story : stories) {
    const Item& item = story.lead();
    if (item.project.empty()) continue;
    if (item.kind == ItemKind::Release) seen.stable.insert(project_key(story));
    if (item.kind != ItemKind::Prerelease) continue;
    std::string& newest = seen.newest_prerelease[project_key(story)];
    if (newest.empty() || compare_versions(newest, item.version) < 0) newest = item.version;
  }
}

bool is_shown(const Story& story, const Seen& seen, Prereleases setting) {
  if (story.lead().kind != ItemKind::Prerelease || is_kept(story)) return true;
  if (setting != Prereleases::Automatic) return setting == Prereleases::Show;
  if (story.lead().project.empty()) return true;
  const auto newest = seen.newest_prerelease.find(project_key(story));
  // Where nobody else has a repository of that name, a release has no owner.
  return !seen.stable.contains(project_key(story)) &&
         !seen.stable.contains(fold_name(story.lead().project) + ' ') &&
         compare_versions(newest->second, story.lead().version) == 0;
}

bool is_older(const std::string& a, const std::string& b) {
  return compare_versions(a, b) < 0;
}

/// A story with all it tells of.
struct Versioned {
  Story story;
  std::vector<std::string> versions;
  std::string newest;
};

Versioned with_versions(Story story) {
  Versioned told{std::move(story), {}, {}};
  for (StoryVersion& version : versions_of(told.story)) {
    if (told.newest.empty() || is_older(told.newest, version.text)) told.newest = version.text;
    told.versions.push_back(std::move(version.text));
  }
  return told;
}

void order_by_version(ProjectNews& news) {
  std::vector<Versioned> stories;
  for (Story& story : news.stories)
    stories.push_back(with_versions(std::move(story)));
  std::ranges::stable_sort(stories, [](const Versioned& a, const Versioned& b) {
    const int order = compare_versions(a.newest, b.newest);
    return order != 0 ? order < 0 : a.story.lead().date < b.story.lead().date;
  });
  news.stories.clear();
  for (Versioned& told : stories) {
    news.stories.push_back(std::move(told.story));
    std::ranges::move(told.versions, std::back_inserter(news.versions));
  }
  std::ranges::stable_sort(news.versions, is_older);
  const auto repeated = std::ranges::unique(news.versions);
  news.versions.erase(repeated.begin(), repeated.end());
}

/// The forge's page of a story's release, from whichever of its sources has one. A registry's
/// page knows no changes.
std::optional<ForgeUrl> release_page(const Story& story) {
  for (const StoredItem* stored : story.items)
    if (auto forge = read_forge_url(stored->item.url);
        forge && forge->page == ForgePage::Release && forge->forge != Forge::Registry)
      return forge;
  return std::nullopt;
}

/// A tag that changes can be told from.
struct Tagged {
  std::string version;
  std::string tag;
};

/// The printed releases by project.
using Printed = std::unordered_multimap<std::string, const PrintedRelease*>;

Printed index(std::span<const PrintedRelease> printed) {
  Printed by_project;
  for (const PrintedRelease& release : printed)
    by_project.emplace(fold_name(release.project), &release);
  return by_project;
}

/// The newest printed release that lies in the repository of `newest` and before the news.
std::optional<Tagged> last_printed(const ProjectNews& news, const ForgeUrl& newest,
                                   const Printed& printed) {
  std::optional<Tagged> last;
  const auto [first, end] = printed.equal_range(fold_name(news.project));
  for (auto release = first; release != end; ++release) {
    for (const std::string& url : release->second->urls) {
      const auto page = read_forge_url(url);
      if (!page || page->page != ForgePage::Release || page->key() != newest.key()) continue;
      const auto version = find_version(page->tag);
      const bool before = version && compare_versions(version->text, news.versions.front()) < 0;
      if (before && (!last || compare_versions(last->version, version->text) < 0))
        last = Tagged{version->text, page->tag};
    }
  }
  return last;
}

/// Where the window alone tells what changed: from its oldest release.
std::optional<Tagged> oldest_release(const ProjectNews& news, const ForgeUrl& newest) {
  const auto oldest = release_page(news.stories.front());
  if (news.versions.size() < 2 || !oldest || oldest->key() != newest.key()) return std::nullopt;
  return Tagged{news.versions.front(), oldest->tag};
}

/// True for a post on two branches: no page shows what changed in both.
bool tells_several(const Story& story) {
  return versions_of(story).size() > 1;
}

void set_compare(ProjectNews& news, const Printed& printed) {
  if (std::ranges::any_of(news.stories, tells_several)) return;
  const auto newest = news.versions.empty() ? std::nullopt : release_page(news.stories.back());
  if (!newest) return;
  auto from = last_printed(news, *newest, printed);
  if (!from) from = oldest_release(news, *newest);
  if (!from) return;
  news.compare_url = compare_url(*newest, from->tag, newest->tag);
  news.compare_from = from->version;
}

std::string release_of(const Story& story, const std::string& version) {
  return project_key(story) + ' ' + version_key(version);
}

/// Which post on several versions leads the story that tells of a release: its place.
using Posts = std::unordered_map<std::string, std::size_t>;

Posts find_posts(std::span<const Story> stories) {
  Posts posts;
  for (std::size_t at = 0; at < stories.size(); ++at) {
    const std::vector<std::string> told = told_versions(stories[at].lead());
    if (told.size() < 2 || stories[at].lead().project.empty()) continue;
    for (const std::string& version : told)
      posts.emplace(release_of(stories[at], version), at);
  }
  return posts;
}

/// The post that stands in another section and tells all that `story` does; null: none, or an
/// editor has put the story where it is: moved it, split one of the two off, kept it alone.
Story* post_on(const Story& story, const Posts& posts, std::vector<Story>& stories) {
  Story* post = nullptr;
  for (const StoryVersion& version : versions_of(story)) {
    const auto found = posts.find(release_of(story, version.text));
    const bool told = found != posts.end() && (!post || post == &stories[found->second]);
    if (!told) return nullptr;
    post = &stories[found->second];
  }
  if (post == nullptr || post == &story) return nullptr;
  const bool placed = story.items.front()->moved || story.apart || post->apart ||
                      (is_kept(story) && !is_kept(*post));
  return placed || post->lead().section == story.lead().section ? nullptr : post;
}

/// What a post on several versions tells in its section is not told once more in another: the
/// other page is a source of the post's story.
void join_posts(std::vector<Story>& stories) {
  const Posts posts = find_posts(stories);
  if (posts.empty()) return;
  for (Story& story : stories) {
    Story* post = post_on(story, posts, stories);
    if (post == nullptr) continue;
    post->items.insert(post->items.end(), story.items.begin(), story.items.end());
    story.items.clear();
  }
  std::erase_if(stories, [](const Story& story) { return story.items.empty(); });
}

}  // namespace

std::vector<StoryVersion> versions_of(const Story& story) {
  std::vector<StoryVersion> versions;
  std::vector<std::string> keys;
  if (story.lead().version.empty()) return versions;
  for (const StoredItem* source : story.items) {
    if (source->item.kind != story.lead().kind) continue;
    if (fold_name(source->item.project) != fold_name(story.lead().project)) continue;
    for (std::string& version : told_versions(source->item)) {
      if (std::string key = version_key(version); std::ranges::find(keys, key) == keys.end()) {
        keys.push_back(std::move(key));
        versions.push_back({std::move(version), &source->item});
      }
    }
  }
  return versions;
}

Visibility visible_stories(std::vector<Story> stories, const ProjectRegistry& projects,
                           std::span<const FeedSource> feeds,
                           std::span<const Story> turned_down) {
  std::unordered_map<std::string, Prereleases> settings;
  for (const FeedSource& feed : feeds)
    settings[feed.name] = feed.prereleases;
  Seen seen;
  look_through(stories, seen);
  look_through(turned_down, seen);
  Visibility parted;
  for (Story& story : stories) {
    const bool shown = is_shown(story, seen, setting(story, projects, settings));
    (shown ? parted.shown : parted.held_back).push_back(std::move(story));
  }
  return parted;
}

std::vector<ProjectNews> group_by_project(std::vector<Story> stories,
                                          std::span<const PrintedRelease> printed) {
  join_posts(stories);
  std::vector<ProjectNews> groups;
  std::unordered_map<std::string, std::size_t> place;
  for (Story& story : stories) {
    const Item& item = story.lead();
    const bool joins = is_release(item.kind) && !item.project.empty() && !item.version.empty();
    const std::string key = project_key(story) + "\n" + item.section;
    const auto known = joins ? place.find(key) : place.end();
    if (known == place.end()) {
      if (joins) place[key] = groups.size();
      groups.push_back({item.project, {}, {}, {}, {}});
    }
    ProjectNews& news = known == place.end() ? groups.back() : groups[known->second];
    news.stories.push_back(std::move(story));
  }
  const Printed by_project = index(printed);
  for (ProjectNews& news : groups) {
    order_by_version(news);
    set_compare(news, by_project);
  }
  return groups;
}

}  // namespace collector
