// Entries added to a list of feeds.yaml in its text: what people wrote round it, comments and
// blank lines included, stays byte for byte.
#pragma once

#include "config/yaml.h"

#include <cstddef>
#include <functional>
#include <string>

namespace collector {

struct Config;

/// The file's text with new entries at the end of its list `key`, which is made when it is not
/// there. `entries` writes them, each beginning with `indent` spaces and "- ". Throws
/// ConfigError where the list is in a form that cannot be added to, or when the result cannot
/// be read.
std::string with_entries(const Config& config, const std::string& key,
                         const std::function<std::string(std::size_t indent)>& entries);

/// The file's text with lines at the end of entries that its list `key` has. `lines` is asked
/// for each entry that is no list in braces and gives what to add, every line beginning with
/// `indent` spaces; empty: nothing. Throws ConfigError when the result cannot be read.
std::string with_lines(
    const Config& config, const std::string& key,
    const std::function<std::string(const YamlNode& entry, std::size_t indent)>& lines);

/// `text` as a YAML value: as it stands where that is safe, else in quotes.
std::string yaml_text(const std::string& text);

}  // namespace collector
