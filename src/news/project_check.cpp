#include "news/project_check.h"

#include "news/projects.h"

namespace collector {
namespace {

std::string quarrel(const Project& project, const std::string& claim, const Project& owner) {
  return "project \"" + project.name + "\": " + claim + " is taken by \"" + owner.name + "\"";
}

}  // namespace

std::vector<std::string> project_quarrels(std::span<const Project> projects) {
  const ProjectRegistry registry({projects.begin(), projects.end()});
  std::vector<std::string> found;
  const auto compare = [&](const Project& project, const std::string& claim,
                           const Project* owner) {
    if (owner != nullptr && owner->name != project.name)
      found.push_back(quarrel(project, claim, *owner));
  };
  for (const Project& project : projects) {
    compare(project, "its name", registry.by_name(project.name));
    for (const std::string& alias : project.aliases)
      compare(project, "the alias \"" + alias + "\"", registry.by_name(alias));
    for (const std::string& repository : project.repositories)
      compare(project, "the repository " + repository, registry.by_url(repository));
  }
  return found;
}

}  // namespace collector
