// The project registry: who is who, former homes, sections.
#pragma once

#include "core/newsletter.h"

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace collector {

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
  /// True when some project has its home on the host of `url`, be it one or several.
  [[nodiscard]] bool is_home(std::string_view url) const;
  /// The project whose name or alias `text` begins with, longest name first; null when none.
  [[nodiscard]] const Project* leading(std::string_view text) const;
  /// The first project that `text` names anywhere; null when none.
  [[nodiscard]] const Project* mentioned(std::string_view text) const;

  [[nodiscard]] const std::vector<Project>& all() const { return projects_; }

 private:
  void add_repository(const std::string& url, std::size_t index);
  void add_name(const std::string& name, std::size_t index);
  void add_opening(const std::string& opening);
  void add_home(const std::string& url, std::size_t index);
  [[nodiscard]] bool may_begin_name(std::string_view text) const;

  std::vector<Project> projects_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::size_t longest_name_ = 0;
  // How folded names begin, by hash: most words of a long text need no closer look.
  std::bitset<65536> openings_;
  std::unordered_map<std::string, std::size_t> by_repository_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_home_;
};

}  // namespace collector
