#include "config/readers.h"

#include <array>

namespace collector {

namespace {

using SettingsKey = ConfigKey<Settings>;

std::span<const SettingsKey> keys() {
  static const std::array table{
      SettingsKey{"user_agent", [](const ConfigField& field,
                                   Settings& s) { read_line(field, s.user_agent); }},
      SettingsKey{"timeout", into<&Settings::timeout>},
      SettingsKey{"max_body",
                  [](const ConfigField& field, Settings& s) { read_size(field, s.max_body); }},
      SettingsKey{"min_interval", into<&Settings::min_interval>},
      SettingsKey{"jobs", [](const ConfigField& field,
                             Settings& s) { s.jobs = read_number(field, 1, kMostJobs); }},
      SettingsKey{"max_per_host",
                  [](const ConfigField& field, Settings& s) {
                    s.max_per_host = read_number(field, 1, kMostJobs);
                  }},
      SettingsKey{"allow_private_addresses", into<&Settings::allow_private_addresses>},
      SettingsKey{"allow_private_hosts", into<&Settings::allow_private_hosts>},
      SettingsKey{"ca_file", into<&Settings::ca_file>},
      SettingsKey{"database", into<&Settings::database>},
  };
  return table;
}

}  // namespace

void read_settings(const ConfigSource& source, const YamlNode& node, Settings& settings) {
  read_map(source, node, keys(), settings);
}

KeyTable settings_keys() {
  return {"settings", names_of(keys())};
}

}  // namespace collector
