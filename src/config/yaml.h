// YAML text → a plain tree that remembers where everything stood. The only door to libyaml.
#pragma once

#include <string>
#include <vector>

namespace collector {

/// A place in a file; both count from 1.
struct Mark {
  int line = 1;
  int column = 1;
};

/// Anchors are resolved; merge keys ("<<") are not applied.
struct YamlNode {
  enum class Kind { Null, Text, List, Map };

  Kind kind = Kind::Null;
  Mark mark;
  std::string text;              // Text, as written; quotes and escapes undone
  std::vector<YamlNode> keys;    // Map, in the file's order, repeated ones included
  std::vector<YamlNode> values;  // Map: beside its keys; List
};

/// Reads the one document of `text`; an empty one is Null. `path` opens every complaint.
/// Throws ConfigError, "path:LINE:COLUMN: why".
YamlNode read_yaml(const std::string& text, const std::string& path);

}  // namespace collector
