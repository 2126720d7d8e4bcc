#include "config/project_list.h"

#include "config/fields.h"
#include "config/list_edit.h"
#include "config/yaml.h"

#include <set>

namespace collector {

namespace {

std::string entry_text(const Project& project, std::size_t indent) {
  const std::string start(indent, ' ');
  std::string text = start + "- name: " + yaml_text(project.name) + "\n";
  const auto line = [&](const std::string& key, const std::string& value) {
    if (!value.empty()) text += start + "  " + key + ": " + value + "\n";
  };
  line("home", project.home.empty() ? "" : yaml_text(project.home));
  line("section", project.section);
  std::string repositories;
  for (const std::string& url : project.repositories)
    repositories += (repositories.empty() ? "" : ", ") + yaml_text(url);
  line("repositories", repositories.empty() ? "" : "[" + repositories + "]");
  return text;
}

}  // namespace

std::vector<std::string> repeated_projects(const Config& config) {
  const YamlNode root = read_yaml(config.text, config.path);
  const YamlNode* list = value_of(root, "projects");
  std::vector<std::string> found;
  std::set<std::string> names;
  if (list == nullptr) return found;
  for (const YamlNode& entry : list->values) {
    const YamlNode* name = value_of(entry, "name");
    if (name != nullptr && !names.insert(name->text).second)
      found.push_back(config.path + ":" + std::to_string(name->mark.line) + ":" +
                      std::to_string(name->mark.column) + ": project \"" + name->text +
                      "\" is there twice");
  }
  return found;
}

std::string with_projects(const Config& config, std::span<const Project> projects) {
  if (projects.empty()) return config.text;
  return with_entries(config, "projects", [&](std::size_t indent) {
    std::string added;
    for (const Project& project : projects)
      added += entry_text(project, indent);
    return added;
  });
}

}  // namespace collector
