#include "config/readers.h"

#include <algorithm>
#include <array>

namespace collector {

namespace {

using ProjectKey = ConfigKey<Project>;

void read_announcement(const ConfigField& field, Project& project) {
  read_value(field, project.announcement);
  const bool tells = project.announcement.find("{versions}") != std::string::npos ||
                     project.announcement.find("{releases}") != std::string::npos;
  if (!tells) complain(field, "a sentence with {versions} or {releases}");
}

std::span<const ProjectKey> keys() {
  static const std::array table{
      ProjectKey{"name", into<&Project::name>},
      ProjectKey{"aliases", into<&Project::aliases>},
      ProjectKey{"everyday_name", into<&Project::everyday_name>},
      ProjectKey{"home", [](const ConfigField& field, Project& p) { read_url(field, p.home); }},
      ProjectKey{"section", into<&Project::section>},
      ProjectKey{"description", into<&Project::description>},
      ProjectKey{"group", into<&Project::group>},
      ProjectKey{"announcement", read_announcement},
      ProjectKey{"repositories", into<&Project::repositories>},
      ProjectKey{"feeds", into<&Project::feeds>},
      ProjectKey{"changelog", into<&Project::changelog>},
      ProjectKey{"prereleases", into<&Project::prereleases>},
  };
  return table;
}

/// The project of that name, added when there is none yet.
Project& project_named(std::string_view name, std::vector<Project>& projects) {
  const auto found = std::find_if(projects.begin(), projects.end(),
                                  [&](const Project& p) { return p.name == name; });
  return found == projects.end() ? projects.emplace_back() : *found;
}

}  // namespace

void read_projects(const ConfigSource& source, const YamlNode& node,
                   const std::vector<Section>& sections, std::vector<Project>& projects) {
  for (const YamlNode& entry : entries_of(source, node, "projects")) {
    const YamlNode* name = value_of(entry, "name");
    const ConfigSource project = source.of(owner_of(entry, "project"));
    check_keys(project, entry, keys());
    if (name == nullptr) complain(project, entry.mark, "\"name\" is wanted");
    read_map(project, entry, keys(), project_named(name->text, projects));
    if (const YamlNode* section = value_of(entry, "section")) {
      check_section(project, *section, sections);
    }
  }
}

KeyTable project_keys() {
  return {"projects[]", names_of(keys())};
}

}  // namespace collector
