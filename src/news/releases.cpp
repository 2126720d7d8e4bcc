#include "news/forge.h"
#include "news/names.h"
#include "news/release.h"
#include "news/stories.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace collector {
namespace {

bool is_release(const Item& item) {
  return item.kind == ItemKind::Release || item.kind == ItemKind::Prerelease;
}

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
  return fold_name(story.lead().project);
}

/// What the window has of each project.
struct Seen {
  std::unordered_set<std::string> stable;
  std::unordered_map<std::string, std::string> newest_prerelease;
};

Seen look_through(const std::vector<Story>& stories) {
  Seen seen;
  for (const Story& story : stories) {
    const Item& item = story.lead();
    if (item.project.empty()) continue;
    if (item.kind == ItemKind::Release) seen.stable.insert(project_key(story));
    if (item.kind != ItemKind::Prerelease) continue;
    std::string& newest = seen.newest_prerelease[project_key(story)];
    if (newest.empty() || compare_versions(newest, item.version) < 0) newest = item.version;
  }
  return seen;
}

bool is_shown(const Story& story, const Seen& seen, Prereleases setting) {
  if (story.lead().kind != ItemKind::Prerelease || is_kept(story)) return true;
  if (setting != Prereleases::Automatic) return setting == Prereleases::Show;
  if (story.lead().project.empty()) return true;
  const auto newest = seen.newest_prerelease.find(project_key(story));
  return !seen.stable.contains(project_key(story)) &&
         compare_versions(newest->second, story.lead().version) == 0;
}

void order_by_version(ProjectNews& news) {
  std::stable_sort(news.stories.begin(), news.stories.end(),
                   [](const Story& a, const Story& b) {
                     const int order = compare_versions(a.lead().version, b.lead().version);
                     return order != 0 ? order < 0 : a.lead().date < b.lead().date;
                   });
  for (const Story& story : news.stories)
    if (!story.lead().version.empty() &&
        (news.versions.empty() || news.versions.back() != story.lead().version))
      news.versions.push_back(story.lead().version);
}

/// The forge's page of a story's release, from whichever of its sources has one.
std::optional<ForgeUrl> release_page(const Story& story) {
  for (const StoredItem* stored : story.items)
    if (auto forge = read_forge_url(stored->item.url);
        forge && forge->page == ForgePage::Release)
      return forge;
  return std::nullopt;
}

std::string compare_ends(const ProjectNews& news) {
  if (news.versions.size() < 2) return {};
  const auto oldest = release_page(news.stories.front());
  const auto newest = release_page(news.stories.back());
  if (!oldest || !newest || oldest->key() != newest->key()) return {};
  return compare_url(*newest, oldest->tag, newest->tag);
}

}  // namespace

Visibility visible_stories(std::vector<Story> stories, const ProjectRegistry& projects,
                           std::span<const FeedSource> feeds) {
  std::unordered_map<std::string, Prereleases> settings;
  for (const FeedSource& feed : feeds)
    settings[feed.name] = feed.prereleases;
  const Seen seen = look_through(stories);
  Visibility parted;
  for (Story& story : stories) {
    const bool shown = is_shown(story, seen, setting(story, projects, settings));
    (shown ? parted.shown : parted.held_back).push_back(std::move(story));
  }
  return parted;
}

std::vector<ProjectNews> group_by_project(std::vector<Story> stories) {
  std::vector<ProjectNews> groups;
  std::unordered_map<std::string, std::size_t> place;
  for (Story& story : stories) {
    const Item& item = story.lead();
    const bool joins = is_release(item) && !item.project.empty();
    const std::string key = project_key(story) + "\n" + item.section;
    const auto known = joins ? place.find(key) : place.end();
    if (known == place.end()) {
      if (joins) place[key] = groups.size();
      groups.push_back({item.project, {}, {}, {}});
    }
    ProjectNews& news = known == place.end() ? groups.back() : groups[known->second];
    news.stories.push_back(std::move(story));
  }
  for (ProjectNews& news : groups) {
    order_by_version(news);
    news.compare_url = compare_ends(news);
  }
  return groups;
}

}  // namespace collector
