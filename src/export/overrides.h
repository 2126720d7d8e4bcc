// Bullets that a reviewer has worded: they are printed so, whatever else becomes known.
#pragma once

#include "news/stories.h"

#include <string>
#include <vector>

namespace collector {

/// The reviewers' words for a piece of news; empty: none.
const std::string& override_of(const ProjectNews& news);

/// True when a reviewer keeps a part of it.
bool is_kept(const ProjectNews& news);

/// Takes the stories that have a reviewer's words out of `stories`; those worded alike are one
/// bullet. A release that came later has none and stays, so that it gets a bullet of its own.
std::vector<ProjectNews> take_overrides(std::vector<Story>& stories);

}  // namespace collector
