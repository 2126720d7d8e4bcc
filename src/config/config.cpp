#include "config/config.h"

#include "config/presets/presets.h"
#include "config/readers.h"
#include "config/serve.h"
#include "core/error.h"
#include "core/home.h"
#include "core/read_file.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

namespace collector {

namespace {

/// What the top-level keys hold, inside the document's tree; null for what is not there.
struct Document {
  const YamlNode* settings = nullptr;
  const YamlNode* newsletter = nullptr;
  const YamlNode* serve = nullptr;
  const YamlNode* feeds = nullptr;
  const YamlNode* projects = nullptr;
};

using DocumentKey = ConfigKey<Document>;

template <auto Member>
void keep(const ConfigField& field, Document& document) {
  document.*Member = &field.node;
}

std::span<const DocumentKey> keys() {
  static const std::array table{DocumentKey{"settings", keep<&Document::settings>},
                                DocumentKey{"newsletter", keep<&Document::newsletter>},
                                DocumentKey{"serve", keep<&Document::serve>},
                                DocumentKey{"feeds", keep<&Document::feeds>},
                                DocumentKey{"projects", keep<&Document::projects>}};
  return table;
}

/// Reads `document` on top of what `config` already holds. Sections come first: all else names
/// them.
void read_document(const ConfigSource& source, const Document& document, Config& config) {
  if (document.settings != nullptr)
    read_settings(source.of("settings"), *document.settings, config.settings);
  if (document.newsletter != nullptr)
    read_newsletter(source.of("newsletter"), *document.newsletter, config.newsletter);
  if (document.serve != nullptr) config.serve = read_serve(source.of("serve"), *document.serve);
  const std::vector<Section>& sections = config.newsletter.sections;
  if (document.projects != nullptr)
    read_projects(source, *document.projects, sections, config.projects);
  if (document.feeds != nullptr) config.feeds = read_feeds(source, *document.feeds, sections);
}

/// `root` must outlive it.
Document document_of(const YamlNode& root, const ConfigSource& source) {
  Document document;
  if (root.kind != YamlNode::Kind::Null) read_map(source, root, keys(), document);
  return document;
}

void read_text(std::string_view text, const ConfigSource& source, Config& config) {
  const YamlDocument yaml = read_yaml(text, source.path);
  read_document(source, document_of(yaml.root, source), config);
}

/// The preset's name, "xmpp" when the newsletter names none.
std::string preset_of(const Document& document, const ConfigSource& source) {
  const YamlNode* name =
      document.newsletter == nullptr ? nullptr : value_of(*document.newsletter, "preset");
  if (name == nullptr) return "xmpp";
  std::string given(name->text);
  const auto known = {"xmpp", "xmpp-2024", "none"};
  if (std::find(known.begin(), known.end(), given) == known.end()) {
    complain(source, name->mark,
             "newsletter: \"preset\" wants xmpp, xmpp-2024 or none, got \"" + given + "\"");
  }
  return given;
}

void read_preset(const std::string& name, Config& config) {
  if (name == "none") return;
  read_text(kPresetXmpp, {"preset xmpp", {}}, config);
  if (name == "xmpp-2024") read_text(kPresetXmpp2024, {"preset xmpp-2024", {}}, config);
}

std::string read_configuration(const std::string& path) {
  try {
    return read_file(path);
  } catch (const Error& error) {
    throw ConfigError(error.what());
  }
}

/// Paths in a configuration are seen from its own folder; "~/" is the user's home.
std::string file_named(const std::string& given, const std::string& config_path) {
  if (given.empty()) return given;
  if (given.starts_with("~/")) return home_directory() + given.substr(1);
  return (std::filesystem::path(config_path).parent_path() / given).string();
}

}  // namespace

Config parse_config(std::string text, const std::string& path) {
  Config config;
  config.path = path;
  config.text = std::move(text);
  const ConfigSource source{path, {}};
  const YamlDocument yaml = read_yaml(config.text, source.path);
  const Document document = document_of(yaml.root, source);
  config.newsletter.preset = preset_of(document, source);
  read_preset(config.newsletter.preset, config);
  read_document(source, document, config);
  return config;
}

Config load_config(const std::string& path) {
  Config config = parse_config(read_configuration(path), path);
  config.settings.database = file_named(config.settings.database, path);
  config.settings.ca_file = file_named(config.settings.ca_file, path);
  return config;
}

std::vector<KeyTable> configuration_keys() {
  std::vector<KeyTable> tables{
      {"", names_of(keys())}, settings_keys(), serve_keys(), feed_keys(), rule_keys(),
      project_keys()};
  for (KeyTable& table : newsletter_keys())
    tables.push_back(std::move(table));
  return tables;
}

}  // namespace collector
