// YAML text → a plain tree that remembers where everything stood. The only door to libyaml.
#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>

namespace collector {

/// A place in a file; both count from 1.
struct Mark {
  int line = 1;
  int column = 1;
};

/// A node of a YamlDocument, which owns what it names. Anchors are resolved; merge keys ("<<")
/// are not applied.
struct YamlNode {
  enum class Kind { Null, Text, List, Map };

  Kind kind = Kind::Null;
  Mark mark;
  std::string_view text = {};       // Text, as written; quotes and escapes undone
  const YamlNode* parts = nullptr;  // see keys() and values()
  std::size_t size = 0;             // entries of a List, pairs of a Map

  /// Of a Map, in the file's order, repeated ones included.
  [[nodiscard]] std::span<const YamlNode> keys() const {
    return kind == Kind::Map ? std::span(parts, size) : std::span<const YamlNode>{};
  }

  /// Of a Map, beside its keys; of a List.
  [[nodiscard]] std::span<const YamlNode> values() const {
    return {kind == Kind::Map ? parts + size : parts, size};
  }
};

/// A whole tree. All its nodes and texts lie together: a list of ten thousand feeds has some
/// hundred thousand of them.
struct YamlDocument {
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory;
  YamlNode root;
};

/// Reads the one document of `text`; the root of an empty one is Null. `path` opens every
/// complaint. Throws ConfigError, "path:LINE:COLUMN: why".
YamlDocument read_yaml(std::string_view text, const std::string& path);

}  // namespace collector
