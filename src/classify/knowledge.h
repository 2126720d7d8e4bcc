// What the program knows by itself: the project's section, the kind of news, words that decide.
#pragma once

#include "classify/clues.h"
#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// A section one piece of knowledge speaks for.
struct Opinion {
  std::string section;
  double confidence = 0;
  std::string reason;
};

/// The strongest opinion on where `item` belongs, whose clues `clues` are; nothing when nothing
/// is known of it.
std::optional<Opinion> opinion_of(const Item& item, const Clues& clues,
                                  const ProjectRegistry& projects);

/// A word that tells what something is, and where such things stand.
struct DecidingWord {
  std::string_view word;
  std::string_view section;
};

/// The first of them in the name of what is released: "plugin", "library", "server", or "lib"
/// in front.
std::optional<DecidingWord> deciding_word(const std::string& name);

}  // namespace collector
