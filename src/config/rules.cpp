#include "config/readers.h"
#include "core/sections.h"

#include <array>

namespace collector {

namespace {

using RuleKey = ConfigKey<Rule>;

std::span<const RuleKey> keys() {
  static const std::array table{
      RuleKey{"title",
              [](const ConfigField& field, Rule& rule) { read_pattern(field, rule.title); }},
      RuleKey{"url",
              [](const ConfigField& field, Rule& rule) { read_pattern(field, rule.url); }},
      RuleKey{"category",
              [](const ConfigField& field, Rule& rule) { read_pattern(field, rule.category); }},
      RuleKey{"section", into<&Rule::section>},
  };
  return table;
}

}  // namespace

void check_section(const ConfigSource& source, const YamlNode& node,
                   const std::vector<Section>& sections) {
  const std::string trouble = unknown_section(std::string(node.text), sections);
  if (!trouble.empty()) complain(source, node.mark, trouble);
}

std::vector<Rule> read_rules(const ConfigSource& source, const YamlNode& node,
                             const std::vector<Section>& sections) {
  std::vector<Rule> rules;
  for (const YamlNode& entry : entries_of(source, node, "rules")) {
    Rule& rule = rules.emplace_back();
    read_map(source, entry, keys(), rule);
    if (rule.title.empty() && rule.url.empty() && rule.category.empty()) {
      complain(source, entry.mark, "a rule wants \"title\", \"url\" or \"category\"");
    }
    const YamlNode* section = value_of(entry, "section");
    if (section == nullptr) {
      complain(source, entry.mark,
               "a rule wants \"section\": one of the newsletter's, or noise");
    }
    if (rule.section != kNoise) check_section(source, *section, sections);
  }
  return rules;
}

KeyTable rule_keys() {
  return {"rules[]", names_of(keys())};
}

}  // namespace collector
