// Sentences such as "No events this month." in a draft.
#pragma once

#include "newsletter/draft_document.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace collector {

class SentencesOfNothing {
 public:
  explicit SentencesOfNothing(std::span<const Section> sections);

  /// True when `entry` is one and its place in `draft` has other entries. `now`: what blocks of
  /// `draft` become, nothing where they stay; may be shorter.
  [[nodiscard]] bool is_needless(const DraftBlock& entry, const DraftDocument& draft,
                                 const std::vector<std::optional<std::string>>& now) const;

  /// Takes those out of `draft` that were `given` out, as blocks of another, and beside which
  /// an editor's entry has come to stand.
  void drop_needless(const DraftDocument& draft, const std::vector<std::size_t>& given,
                     std::vector<std::optional<std::string>>& now) const;

 private:
  std::set<std::string> sentences_;
};

}  // namespace collector
