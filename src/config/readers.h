// The parts of feeds.yaml, one reader each; config.cpp puts them together.
#pragma once

#include "config/fields.h"
#include "config/newsletter.h"
#include "config/serve.h"
#include "config/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

void read_settings(const ConfigSource& source, const YamlNode& node, Settings& settings);

Serve read_serve(const ConfigSource& source, const YamlNode& node);

/// On top of what `newsletter` already holds: sections merge by name, rules come before those
/// that are there.
void read_newsletter(const ConfigSource& source, const YamlNode& node, Newsletter& newsletter);

/// On top of what `wording` already holds.
void read_wording(const ConfigSource& source, const YamlNode& node, Wording& wording);

/// The wording built in for a language (BCP 47); English where there is none.
Wording wording_in(std::string_view language);

/// On top of what `projects` already holds, merged by name.
void read_projects(const ConfigSource& source, const YamlNode& node,
                   const std::vector<Section>& sections, std::vector<Project>& projects);

std::vector<FeedSource> read_feeds(const ConfigSource& source, const YamlNode& node,
                                   const std::vector<Section>& sections);

std::vector<Rule> read_rules(const ConfigSource& source, const YamlNode& node,
                             const std::vector<Section>& sections);

std::vector<StandingEntry> read_standing(const ConfigSource& source, const YamlNode& node,
                                         const std::vector<Section>& sections);

/// Refuses a section that the newsletter does not have.
void check_section(const ConfigSource& source, const YamlNode& node,
                   const std::vector<Section>& sections);

/// The keys of one mapping of feeds.yaml.
struct KeyTable {
  std::string path;  // "settings", "feeds[]", "newsletter.sections[]"
  std::vector<std::string> keys;
};

KeyTable settings_keys();
KeyTable serve_keys();
std::vector<KeyTable> newsletter_keys();
KeyTable standing_keys();
KeyTable wording_keys();
KeyTable project_keys();
KeyTable feed_keys();
KeyTable rule_keys();

/// Every mapping of feeds.yaml and its keys: schema/feeds.schema.json is held to them.
std::vector<KeyTable> configuration_keys();

}  // namespace collector
