#include "config/readers.h"

#include <array>

namespace collector {

namespace {

using StandingKey = ConfigKey<StandingEntry>;

void read_until(const ConfigField& field, StandingEntry& entry) {
  entry.until = parse_day(field.node.text);
  if (!entry.until) complain(field, "a day such as 2024-06-30");
}

std::span<const StandingKey> keys() {
  static const std::array table{
      StandingKey{"section", into<&StandingEntry::section>},
      StandingKey{"heading", into<&StandingEntry::heading>},
      StandingKey{"text", into<&StandingEntry::text>},
      StandingKey{"until", read_until},
  };
  return table;
}

/// A block of YAML ends with a line break, which is no part of the text.
void trim_end(std::string& text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
    text.pop_back();
}

}  // namespace

std::vector<StandingEntry> read_standing(const ConfigSource& source, const YamlNode& node,
                                         const std::vector<Section>& sections) {
  std::vector<StandingEntry> standing;
  for (const YamlNode& one : entries_of(source, node, "standing")) {
    StandingEntry& entry = standing.emplace_back();
    read_map(source, one, keys(), entry);
    trim_end(entry.text);
    const YamlNode* section = value_of(one, "section");
    if (section == nullptr || entry.text.empty()) {
      complain(source, one.mark, R"(a standing entry wants "section" and "text")");
    }
    check_section(source, *section, sections);
  }
  return standing;
}

KeyTable standing_keys() {
  return {"newsletter.standing[]", names_of(keys())};
}

}  // namespace collector
