// What can be learned of published issues and reviewers: a model, and how far to trust it.
#pragma once

#include "classify/training.h"
#include "core/item.h"
#include "learn/published.h"
#include "news/projects.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// An example, and what must not be held against itself: items of one issue are learned from or
/// predicted together.
struct LabelledItem {
  Example example;
  std::string issue;  // its day; empty: a reviewer's move, which is never predicted
};

/// The items whose section words and links can tell; those of events, talks, announcements and
/// extensions are told by what kind of news they are. Older issues count less.
std::vector<LabelledItem> labelled_items(std::span<const PublishedItem> items,
                                         const ProjectRegistry& projects);

/// The moves that stand. `items` have sections as reviewers left them.
std::vector<LabelledItem> labelled_moves(std::span<const StoredItem> items,
                                         const ProjectRegistry& projects);

/// How well unseen issues were predicted.
struct Score {
  int right = 0;
  int total = 0;
  int sure = 0;  // answers with a confidence of 0.9 or more
  int sure_and_right = 0;

  [[nodiscard]] double accuracy() const { return total == 0 ? 0 : double(right) / total; }

  /// How far accuracy() may be off by luck: one standard error of a share of so many items.
  [[nodiscard]] double noise() const;
};

struct Lesson {
  Model model;     // of all examples
  Score crossed;   // whole issues held out, a fifth of them at a time
  Score last_six;  // the last six issues, by what came before them
  std::size_t examples = 0;
};

/// Throws Error when there is too little to learn from: two sections and ten issues are wanted.
Lesson learn(std::span<const LabelledItem> items);

}  // namespace collector
