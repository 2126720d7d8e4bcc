#include "export/release_links.h"

#include "core/version.h"
#include "export/links.h"

#include <unordered_set>

namespace collector {

namespace {

using Seen = std::unordered_set<std::string>;

/// The versions of `story` that are not seen yet, those of one source together.
std::vector<ReleaseLink> unseen(const Story& story, Seen& seen) {
  std::vector<ReleaseLink> links;
  for (StoryVersion& version : versions_of(story)) {
    if (!seen.insert(version.text).second) continue;
    if (links.empty() || links.back().page != version.source)
      links.push_back({{}, version.source});
    links.back().versions.push_back(std::move(version.text));
  }
  return links;
}

void make_precise(ReleaseLink& link, const Story& story) {
  std::string& version = link.versions.front();
  for (const StoredItem* source : story.items) {
    const Item& item = source->item;
    const bool fuller = item.version.size() > version.size() &&
                        version_key(item.version) == version_key(version);
    if (!fuller || item_link(item).empty()) continue;
    version = item.version;
    link.page = &item;
  }
}

/// One link for each version: beside other links, "[1.2 and 1.3](page)" would be hard to read.
std::vector<ReleaseLink> parted(const std::vector<ReleaseLink>& links) {
  std::vector<ReleaseLink> single;
  for (const ReleaseLink& link : links)
    for (const std::string& version : link.versions)
      single.push_back({{version}, link.page});
  return single;
}

}  // namespace

std::vector<ReleaseLink> release_links(const ProjectNews& news) {
  std::vector<ReleaseLink> links;
  Seen seen;
  for (const Story& story : news.stories) {
    for (ReleaseLink& link : unseen(story, seen)) {
      if (link.versions.size() == 1) make_precise(link, story);
      links.push_back(std::move(link));
    }
  }
  return links.size() > 1 ? parted(links) : links;
}

}  // namespace collector
