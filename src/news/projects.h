// The project registry: who is who, former homes, sections.
#pragma once

#include "core/newsletter.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace collector {

class WordReader;

/// Finds projects by name, alias, repository or home page. Later projects override earlier ones
/// of the same name.
class ProjectRegistry {
 public:
  ProjectRegistry() = default;
  explicit ProjectRegistry(std::vector<Project> projects);

  /// By name or alias, case and punctuation aside; null when unknown. The pointer lives as long
  /// as the registry.
  [[nodiscard]] const Project* by_name(std::string_view name) const;
  /// By the repository that `url` lies in: a release, a tag, a file of it.
  [[nodiscard]] const Project* by_url(std::string_view url) const;
  /// By the home page's host or one below it ("blog.prosody.im"); null where several projects
  /// live there.
  [[nodiscard]] const Project* by_home(std::string_view url) const;
  /// True when `project`, one of all(), has its home there.
  [[nodiscard]] bool is_home_of(const Project& project, std::string_view url) const;
  /// True when some project has its home on the host of `url`, be it one or several.
  [[nodiscard]] bool is_home(std::string_view url) const;
  /// The project whose name or alias `text` begins with, longest name first; null when none.
  [[nodiscard]] const Project* leading(std::string_view text) const;
  /// The first project that `text` names anywhere; null when none.
  [[nodiscard]] const Project* mentioned(std::string_view text) const;

  [[nodiscard]] const std::vector<Project>& all() const { return projects_; }

 private:
  /// Looks names up without copying them.
  struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };

  template <typename Value>
  using Index = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  using Names = std::unordered_set<std::string, Hash, std::equal_to<>>;

  void add_name(const std::string& name, std::size_t index);
  void add_repository(const std::string& url, std::size_t index);
  void add_home(const std::string& url, std::size_t index);
  /// The longest name that begins with `first` and goes on with the words of `rest`.
  [[nodiscard]] const Project* at_word(const std::string& first, WordReader rest) const;
  [[nodiscard]] const std::vector<std::size_t>* homes(std::string_view url) const;

  std::vector<Project> projects_;
  Index<std::size_t> by_name_;
  Names openings_;  // of names, folded: "converse" and "conversejs"
  Names hosts_;     // of repositories and homes; most links lead to none of them
  Index<std::size_t> by_repository_;
  Index<std::vector<std::size_t>> by_home_;
};

}  // namespace collector
