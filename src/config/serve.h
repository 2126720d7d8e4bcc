// Reads `serve:` of feeds.yaml.
#pragma once

#include "config/config.h"

namespace collector {

struct ConfigSource;
struct KeyTable;
struct YamlNode;

/// Throws ConfigError when it is wrong.
Serve read_serve(const ConfigSource& source, const YamlNode& node);

KeyTable serve_keys();

}  // namespace collector
