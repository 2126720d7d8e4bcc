// Which page a bullet links for which of the versions it tells of.
#pragma once

#include "news/stories.h"

#include <string>
#include <vector>

namespace collector {

struct ReleaseLink {
  std::vector<std::string> versions;  // never empty
  const Item* page = nullptr;
};

/// Each version of `news` once, those of a page together where it is the only one. Of the
/// sources of a version the one that gives it in full: a blog says 6.2 of what is released
/// as 6.2.0.
std::vector<ReleaseLink> release_links(const ProjectNews& news);

}  // namespace collector
