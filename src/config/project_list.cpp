#include "config/project_list.h"

#include "config/config.h"
#include "config/fields.h"
#include "config/list_edit.h"
#include "config/yaml.h"
#include "core/newsletter.h"

#include <set>
#include <utility>

namespace collector {

namespace {

std::string list_text(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts)
    list += (list.empty() ? "" : ", ") + yaml_text(text);
  return list.empty() ? "" : "[" + list + "]";
}

/// Its fields, a line each, but for those that `present` has.
std::string field_lines(const Project& project, std::size_t indent, const YamlNode& present) {
  std::string text;
  const auto line = [&](const std::string& key, const std::string& value) {
    if (value.empty() || value_of(present, key) != nullptr) return;
    text += std::string(indent, ' ') + key + ": " + value + "\n";
  };
  line("aliases", list_text(project.aliases));
  line("home", project.home.empty() ? "" : yaml_text(project.home));
  line("section", project.section);
  line("repositories", list_text(project.repositories));
  return text;
}

std::string entry_text(const Project& project, std::size_t indent) {
  return std::string(indent, ' ') + "- name: " + yaml_text(project.name) + "\n" +
         field_lines(project, indent + 2, {});
}

std::set<std::string> names_in(const Config& config) {
  const YamlDocument yaml = read_yaml(config.text, config.path);
  const YamlNode* list = value_of(yaml.root, "projects");
  std::set<std::string> names;
  if (list == nullptr) return names;
  for (const YamlNode& entry : list->values())
    if (const YamlNode* name = value_of(entry, "name")) names.emplace(name->text);
  return names;
}

/// The file's text with what `projects` say of those that it has.
std::string completed(const Config& config, std::span<const Project> projects) {
  return with_lines(config, "projects", [&](const YamlNode& entry, std::size_t indent) {
    const YamlNode* name = value_of(entry, "name");
    std::string lines;
    for (const Project& project : projects)
      if (name != nullptr && project.name == name->text)
        lines += field_lines(project, indent, entry);
    return lines;
  });
}

}  // namespace

std::vector<std::string> repeated_projects(const Config& config) {
  const YamlDocument yaml = read_yaml(config.text, config.path);
  const YamlNode* list = value_of(yaml.root, "projects");
  std::vector<std::string> found;
  std::set<std::string> names;
  if (list == nullptr) return found;
  for (const YamlNode& entry : list->values()) {
    const YamlNode* name = value_of(entry, "name");
    if (name != nullptr && !names.emplace(name->text).second)
      found.push_back(config.path + ":" + std::to_string(name->mark.line) + ":" +
                      std::to_string(name->mark.column) + ": project \"" +
                      std::string(name->text) + "\" is there twice");
  }
  return found;
}

std::string with_projects(const Config& config, std::span<const Project> projects) {
  const std::set<std::string> there = names_in(config);
  std::vector<Project> fresh;
  for (const Project& project : projects)
    if (!there.contains(project.name)) fresh.push_back(project);
  std::string text = completed(config, projects);
  if (fresh.empty()) return text;
  return with_entries(parse_config(std::move(text), config.path), "projects",
                      [&](std::size_t indent) {
                        std::string added;
                        for (const Project& project : fresh)
                          added += entry_text(project, indent);
                        return added;
                      });
}

}  // namespace collector
