// Short lists and tables of texts.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace collector {

/// True when `word` stands in a table of words, hosts or marks.
template <typename Table>
bool is_one_of(const Table& table, std::string_view word) {
  return std::ranges::find(table, word) != std::ranges::end(table);
}

/// Adds `text` at the end, unless it is there already. Looks through the whole list.
inline void add_once(std::vector<std::string>& texts, std::string text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end())
    texts.push_back(std::move(text));
}

}  // namespace collector
