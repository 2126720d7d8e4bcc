// The stories of a window as reviewers go through them: all of them, also those that an issue
// leaves out.
#pragma once

#include "core/item.h"
#include "news/projects.h"
#include "news/stories.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

struct Config;

/// A story and what an issue would do with it as long as nobody decides.
struct Candidate {
  Story story;
  std::string left_out;  // why an issue leaves it out unasked, a phrase; empty: it does not
};

/// Every story among `items`, which must outlive them, in order of their dates. What happened
/// to an extension is a story by itself. `corrections` are the decisions that still stand,
/// oldest first.
std::vector<Candidate> find_candidates(std::span<const StoredItem> items,
                                       std::span<const Decision> corrections,
                                       const Config& config, const ProjectRegistry& projects);

/// The state of a story: kept as soon as one of its items is, else undecided as long as one is,
/// else that of its first.
State story_state(const Story& story);

}  // namespace collector
