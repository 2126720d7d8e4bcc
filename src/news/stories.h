// Which items are the same news: what an editor would print as one bullet, and which bullets an
// export holds back.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// One piece of news. The first item leads; the others are its other sources.
struct Story {
  std::vector<const StoredItem*> items;  // never empty; the caller owns them
  std::vector<std::string> evidence;     // why these are one, a plain sentence each
  std::string owner = {};  // of the repository, where another's of the same name has news, too
  bool apart = false;      // an editor split it, or a source of it, off

  [[nodiscard]] const Item& lead() const { return items.front()->item; }
};

/// A version that a story tells of, and the source that does.
struct StoryVersion {
  std::string text;
  const Item* source = nullptr;
};

/// What the lead of a release's story tells of, then what only others of its sources do; those
/// of pre-releases only where the lead is one. Empty where the lead names no version.
std::vector<StoryVersion> versions_of(const Story& story);

/// Groups `items` into stories, in order of their leading items' dates. A wrong merge hides
/// news: precision comes first. `corrections` are the reviewers' Merge and Split decisions,
/// oldest first; `feeds` (FeedSource::priority) and the homes of `projects` tell which copy
/// leads. Linear in the number of items.
std::vector<Story> find_stories(std::span<const StoredItem> items,
                                std::span<const Decision> corrections = {},
                                std::span<const FeedSource> feeds = {},
                                const ProjectRegistry& projects = {});

/// The stories of a window, parted into those an export shows and those it holds back:
/// pre-releases of a project that has a stable release in the window, and all but its newest
/// pre-release where it has none. `prereleases: show|hide` of the project or the feed overrides
/// this, and what an editor has kept is always shown. `turned_down` is what editors did not
/// want of the window: it is not parted, but holds pre-releases back as if it stood there, so
/// that deleting a release brings up none of them.
struct Visibility {
  std::vector<Story> shown;
  std::vector<Story> held_back;
};

Visibility visible_stories(std::vector<Story> stories, const ProjectRegistry& projects,
                           std::span<const FeedSource> feeds = {},
                           std::span<const Story> turned_down = {});

/// What the newsletter says of one project in one bullet: all its releases of the window, or
/// one story that is no release.
struct ProjectNews {
  std::string project;                // empty when the story is about none
  std::vector<Story> stories;         // never empty; releases by version, oldest first
  std::vector<std::string> versions;  // of the releases, oldest first, each once
  std::string compare_url;            // what changed up to the newest of them; may be empty
  std::string compare_from;           // the version from which on `compare_url` tells
};

/// A release that an earlier issue has told of.
struct PrintedRelease {
  std::string project;
  std::vector<std::string> urls;  // all links printed with it
};

/// Joins the releases of one project and one section, and with a post on several versions those
/// in other sections; every other story, releases that name no version among them, stays by
/// itself. In order of the first story of each. Changes are told from the last of the `printed`
/// releases on, else from the oldest release of the window.
std::vector<ProjectNews> group_by_project(std::vector<Story> stories,
                                          std::span<const PrintedRelease> printed = {});

}  // namespace collector
