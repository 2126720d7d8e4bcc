#include "export/overrides.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace collector {

namespace {

const std::string& override_of(const Story& story) {
  static const std::string kNone;
  for (const StoredItem* source : story.items)
    if (!source->edited_text.empty()) return source->edited_text;
  return kNone;
}

/// One bullet for all of `stories`, releases in order of their versions.
ProjectNews joined(std::vector<Story> stories) {
  std::vector<ProjectNews> parts = group_by_project(std::move(stories));
  ProjectNews news = std::move(parts.front());
  for (std::size_t at = 1; at < parts.size(); ++at) {
    std::move(parts[at].stories.begin(), parts[at].stories.end(),
              std::back_inserter(news.stories));
    news.versions.insert(news.versions.end(), parts[at].versions.begin(),
                         parts[at].versions.end());
  }
  return news;
}

}  // namespace

const std::string& override_of(const ProjectNews& news) {
  return override_of(news.stories.front());
}

bool is_kept(const ProjectNews& news) {
  return std::any_of(news.stories.begin(), news.stories.end(), [](const Story& story) {
    return std::any_of(story.items.begin(), story.items.end(),
                       [](const StoredItem* source) { return source->state == State::Kept; });
  });
}

std::vector<ProjectNews> take_overrides(std::vector<Story>& stories) {
  const auto worded =
      std::stable_partition(stories.begin(), stories.end(),
                            [](const Story& story) { return override_of(story).empty(); });
  std::map<std::pair<std::string, std::string>, std::vector<Story>> alike;
  for (auto story = worded; story != stories.end(); ++story)
    alike[{story->lead().section, override_of(*story)}].push_back(std::move(*story));
  stories.erase(worded, stories.end());
  std::vector<ProjectNews> taken;
  for (auto& [place, same] : alike)
    taken.push_back(joined(std::move(same)));
  return taken;
}

}  // namespace collector
