#include "config/project_list.h"

#include "config/fields.h"
#include "config/yaml.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace collector {

namespace {

/// Where the list ends in the text, and how far its entries are indented.
struct Place {
  std::size_t offset = 0;
  std::size_t indent = 2;
};

/// A name of plain words stands as it is, all else in quotes (JSON's are YAML's too).
std::string quoted(const std::string& text) {
  const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '.'; };
  const bool word = !text.empty() && std::isalpha(static_cast<unsigned char>(text[0])) != 0 &&
                    std::all_of(text.begin(), text.end(), plain) && text != "null";
  using nlohmann::json;
  return word ? text : json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string entry_text(const Project& project, std::size_t indent) {
  const std::string start(indent, ' ');
  std::string text = start + "- name: " + quoted(project.name) + "\n";
  const auto line = [&](const std::string& key, const std::string& value) {
    if (!value.empty()) text += start + "  " + key + ": " + value + "\n";
  };
  line("home", project.home.empty() ? "" : quoted(project.home));
  line("section", project.section);
  std::string repositories;
  for (const std::string& url : project.repositories)
    repositories += (repositories.empty() ? "" : ", ") + quoted(url);
  line("repositories", repositories.empty() ? "" : "[" + repositories + "]");
  return text;
}

std::size_t start_of_line(const std::string& text, int line) {
  std::size_t at = 0;
  for (int passed = 1; passed < line && at < text.size(); ++passed)
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return at;
}

/// Says a line something of the list, or does it only stand below it?
bool is_content(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first != std::string::npos && line[0] != '#' && !line.starts_with("...");
}

/// The end of the last line that has content, in the lines from `from` to `to`.
std::size_t end_of_content(const std::string& text, std::size_t from, std::size_t to) {
  std::size_t end = from;
  while (from < to) {
    const std::size_t next = std::min(text.find('\n', from), to - 1) + 1;
    if (is_content(text.substr(from, next - from))) end = next;
    from = next;
  }
  return end;
}

Place place_in(const Config& config, const YamlNode& root, std::size_t key) {
  const ConfigSource source{config.path, "projects"};
  const YamlNode& list = root.values[key];
  const bool last = key + 1 == root.keys.size();
  const std::size_t from = start_of_line(config.text, root.keys[key].mark.line);
  const std::size_t to =
      last ? config.text.size() : start_of_line(config.text, root.keys[key + 1].mark.line);
  Place place{end_of_content(config.text, from, to), 2};
  if (list.kind == YamlNode::Kind::Null) return place;
  const std::size_t dash = start_of_line(config.text, list.mark.line) +
                           static_cast<std::size_t>(list.mark.column) - 1;
  if (dash >= config.text.size() || config.text[dash] != '-')
    complain(source, list.mark, "a list of lines that begin with \"- name:\" can be added to");
  place.indent = static_cast<std::size_t>(list.mark.column) - 1;
  return place;
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
  std::string text = config.text;
  if (projects.empty()) return text;
  const YamlNode root = read_yaml(text, config.path);
  const auto known = std::find_if(root.keys.begin(), root.keys.end(),
                                  [](const YamlNode& key) { return key.text == "projects"; });
  const bool fresh = known == root.keys.end();
  const Place place =
      fresh ? Place{text.size(), 2}
            : place_in(config, root, static_cast<std::size_t>(known - root.keys.begin()));
  const bool open_line = place.offset > 0 && text[place.offset - 1] != '\n';
  std::string added = std::string(open_line ? "\n" : "") + (fresh ? "\nprojects:\n" : "");
  for (const Project& project : projects)
    added += entry_text(project, place.indent);
  text.insert(place.offset, added);
  parse_config(text, config.path);  // a form of list that was overlooked must not be written
  return text;
}

}  // namespace collector
