// Names and titles made comparable: case, punctuation and spacing aside.
#pragma once

#include "core/lists.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// The name without what people spell differently: "Converse.js", "ConverseJS" and
/// "converse-js" are "conversejs", "ЁЖ" is "ёж". Keeps '+' ("Psi+" is not "Psi").
std::string fold_name(std::string_view name);

/// Reads the words of a text in lower case, one after the other: split at all that is neither
/// letter nor digit nor '+'. Typographic punctuation splits too; an apostrophe only glues
/// ("it's" is "its"). Chinese and Japanese, which write no blanks, and Korean are split where
/// the script changes, too: "技術書典に行く" is 技術書典, に, 行, く. A copy goes on from the
/// same place; the text must outlive it.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  /// False at the end; `word` is overwritten, so that its memory serves again.
  bool next(std::string& word);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// All words of a text.
std::vector<std::string> words(std::string_view text);

/// True when one of the words of a text does.
template <typename Table>
bool has_any(const std::vector<std::string>& said, const Table& table) {
  return std::ranges::any_of(said,
                             [&](const std::string& word) { return is_one_of(table, word); });
}

}  // namespace collector
