// Short lists of texts.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace collector {

/// Adds `text` at the end, unless it is there already. Looks through the whole list.
inline void add_once(std::vector<std::string>& texts, std::string text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end())
    texts.push_back(std::move(text));
}

}  // namespace collector
