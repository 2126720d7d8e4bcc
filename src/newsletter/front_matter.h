// What a post says of itself before its text, in the forms of the usual site generators.
#pragma once

#include <string>
#include <string_view>

namespace collector {

enum class MatterForm {
  None,
  Yaml,    // "key: value" between lines of "---": Jekyll, Hugo and most others
  Toml,    // "key = value" between lines of "+++": Hugo, Zola
  Pelican  // "Key: value" up to the first empty line, a "Title" among them
};

struct FrontMatter {
  MatterForm form = MatterForm::None;
  std::string text;  // without its fences
  /// Of the document: fences, the line behind Pelican's and a byte order mark included.
  std::size_t bytes = 0;
  int lines = 0;
};

/// Reads it off the beginning of a document.
FrontMatter front_matter(std::string_view markdown);

/// The value of the first line with this key, without quotation marks; upper and lower case are
/// the same. Empty when there is none.
std::string matter_value(const FrontMatter& matter, const std::string& key);

}  // namespace collector
