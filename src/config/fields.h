// The values of feeds.yaml read into plain members, by tables of keys; each complaint names
// file, line, column, whose key it is and what it wants.
#pragma once

#include "config/yaml.h"
#include "core/feed.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// What complaints open with.
struct ConfigSource {
  std::string path;
  std::string owner;  // `feed "planet"`, empty at the top

  [[nodiscard]] ConfigSource of(const std::string& inner) const { return {path, inner}; }
};

/// One key and its value, which is never Null.
struct ConfigField {
  const ConfigSource& source;
  const std::string& key;
  const YamlNode& node;
};

/// "feeds.yaml:14:7"
std::string place_of(const ConfigSource& source, Mark mark);

[[noreturn]] void complain(const ConfigSource& source, Mark mark, const std::string& message);
/// `"interval" wants a duration such as 6h, got "soon"`
[[noreturn]] void complain(const ConfigField& field, const std::string& wanted);

void read_value(const ConfigField& field, std::string& value);
void read_value(const ConfigField& field, bool& value);
void read_value(const ConfigField& field, seconds& value);
void read_value(const ConfigField& field, std::optional<seconds>& value);
void read_value(const ConfigField& field, Prereleases& value);
/// One text or a list of them.
void read_value(const ConfigField& field, std::vector<std::string>& value);
/// One line, which may go into a request or a table as it is.
void read_line(const ConfigField& field, std::string& line);
void read_size(const ConfigField& field, std::uint64_t& bytes);
/// One pattern; refused when it does not compile.
void read_pattern(const ConfigField& field, std::string& pattern);
void read_patterns(const ConfigField& field, std::vector<std::string>& patterns);
/// A whole number in [least, most].
int read_number(const ConfigField& field, int least, int most);
/// A web address: absolute, http or https.
void read_url(const ConfigField& field, std::string& url);

/// A key of a mapping and how its value is read.
template <typename T>
struct ConfigKey {
  std::string name;
  void (*read)(const ConfigField& field, T& into);
};

/// Reader of a plain member: `{"group", into<&FeedSource::group>}`.
template <auto Member, typename T>
void into(const ConfigField& field, T& owner) {
  read_value(field, owner.*Member);
}

template <typename T>
std::vector<std::string> names_of(std::span<const ConfigKey<T>> keys) {
  std::vector<std::string> names;
  for (const ConfigKey<T>& key : keys)
    names.push_back(key.name);
  return names;
}

/// Who complaints about an entry of a list name: `feed "planet"` where `kind` is "feed", or
/// "a feed" when it has no name to show.
std::string owner_of(const YamlNode& entry, const std::string& kind);

void check_mapping(const ConfigSource& source, const YamlNode& node);
void check_repeated_keys(const ConfigSource& source, const YamlNode& node);
/// Names the nearest of the `known` keys.
[[noreturn]] void refuse_key(const ConfigSource& source, const YamlNode& key,
                             const std::vector<std::string>& known);

/// Refuses what is no mapping, unknown keys and repeated ones.
template <typename T>
void check_keys(const ConfigSource& source, const YamlNode& node,
                std::span<const ConfigKey<T>> known) {
  check_mapping(source, node);
  for (const YamlNode& key : node.keys()) {
    const bool is_known = std::any_of(known.begin(), known.end(), [&](const ConfigKey<T>& one) {
      return one.name == key.text;
    });
    if (!is_known) refuse_key(source, key, names_of(known));
  }
  check_repeated_keys(source, node);
}

/// Reads the mapping `node` into `owner`; a key without a value leaves the member as it is.
template <typename T>
void read_map(const ConfigSource& source, const YamlNode& node,
              std::span<const ConfigKey<T>> keys, T& owner) {
  check_keys(source, node, keys);
  for (std::size_t i = 0; i < node.size; ++i) {
    const YamlNode& value = node.values()[i];
    if (value.kind == YamlNode::Kind::Null) continue;
    for (const ConfigKey<T>& key : keys) {
      if (key.name == node.keys()[i].text) key.read({source, key.name, value}, owner);
    }
  }
}

/// The value of `key`, null when it is not there or says nothing.
const YamlNode* value_of(const YamlNode& map, std::string_view key);
/// The entries of a list; none when `node` is Null. Complains when it is something else.
std::span<const YamlNode> entries_of(const ConfigSource& source, const YamlNode& node,
                                     const std::string& what);

}  // namespace collector
