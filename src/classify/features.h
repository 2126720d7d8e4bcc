// The names of what a model weighs: words, addresses and what the registry knows of an item.
#pragma once

#include "classify/clues.h"
#include "core/item.h"
#include "news/projects.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// Hands over each feature of a recognised item: its name, as in "host=gajim.org", in which no
/// blank stands; the name is gone when `take` has returned. A name may come twice. The words
/// are those of title and link; the text of an item has no say.
void each_feature(const Item& item, const Clues& clues,
                  const std::function<void(std::string_view)>& take);

/// All of them, sorted, each once.
std::vector<std::string> features_of(const Item& item, const ProjectRegistry& projects);

/// A feature in words: "the host gajim.org", "the word \"client\"".
std::string describe_feature(std::string_view name);

}  // namespace collector
