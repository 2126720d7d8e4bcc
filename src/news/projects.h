// The project registry: who is who, former homes, sections.
#pragma once

#include "core/newsletter.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace collector {

/// Finds projects by name, alias or repository. Later projects override earlier ones of the
/// same name.
class ProjectRegistry {
 public:
  ProjectRegistry() = default;
  explicit ProjectRegistry(std::vector<Project> projects);

  /// By name or alias, case and punctuation aside; null when unknown. The pointer lives as long
  /// as the registry.
  [[nodiscard]] const Project* by_name(std::string_view name) const;
  /// By the repository that `url` lies in: a release, a tag, a file of it.
  [[nodiscard]] const Project* by_url(std::string_view url) const;

  [[nodiscard]] const std::vector<Project>& all() const { return projects_; }

 private:
  std::vector<Project> projects_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::unordered_map<std::string, std::size_t> by_repository_;
};

}  // namespace collector
