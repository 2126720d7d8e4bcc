// Whether an item is about what the newsletter is about, and what kind of feed it stands in.
#pragma once

#include "classify/classify.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// What the newsletter is about: words, and the projects that it knows.
class Topic {
 public:
  /// `words` count inside other words, too, and in any case; without any, nothing is off topic.
  /// `projects` must outlive it.
  Topic(std::span<const std::string> words, const ProjectRegistry& projects);

  /// True when title, link, categories or text have one of the words or name a project.
  [[nodiscard]] bool covers(const Item& item) const;

  [[nodiscard]] FeedProfile profile_of(std::span<const Item> items,
                                       const FeedSource& source) const;

 private:
  using Names = bool (Topic::*)(const std::string& text) const;

  [[nodiscard]] bool has_word(std::string_view text) const;
  [[nodiscard]] bool is_named(const std::string& text) const;
  [[nodiscard]] bool is_surely_named(const std::string& text) const;
  [[nodiscard]] bool is_announced(const Item& item, Names names) const;
  [[nodiscard]] bool is_named_in_html(std::string_view html) const;

  std::vector<std::string> words_;  // lower case
  const ProjectRegistry& projects_;
};

/// True for a forum's conversation that is none of its announcements, and for an answer to a
/// mailing list.
bool is_conversation(const Item& item, const FeedProfile& profile);

}  // namespace collector
