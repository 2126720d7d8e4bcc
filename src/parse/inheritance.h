// What entries take over from their feed where they say nothing: its language and, in Atom, its
// authors.
#pragma once

#include "core/feed.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace collector {

class Inheritance {
 public:
  /// The entry with this index says nothing of its language (`xml:lang=""` says something).
  void without_language(std::size_t index) { without_language_.push_back(index); }

  /// Fills the gaps of `entries`, those that the indexes counted, with what `feed` has said so
  /// far. The next entry has the index 0 again.
  void hand_down(const RawFeed& feed, std::vector<RawEntry>& entries);

  /// `feed` says something else by now than what was handed down.
  [[nodiscard]] bool outdated(const RawFeed& feed) const;

 private:
  void hand_down_language(const RawFeed& feed, std::vector<RawEntry>& entries);
  void hand_down_authors(const RawFeed& feed, std::vector<RawEntry>& entries);

  std::vector<std::size_t> without_language_;
  // What was handed down first; nothing: no entry had a gap.
  std::optional<std::string> language_;
  std::optional<std::vector<Person>> authors_;
  bool changed_ = false;  // between entries
};

}  // namespace collector
