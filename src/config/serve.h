// `serve:` of feeds.yaml: who may review in a browser. Read when `serve` asks for it.
#pragma once

#include "config/config.h"

#include <string>

namespace collector {

struct ConfigSource;
struct KeyTable;
struct YamlNode;

struct Serve {
  std::string listen = "127.0.0.1:8080";
  std::string trusted_proxy;  // its address: only it is answered; empty: this machine alone is
  std::string user_header;    // in which it names the user
  bool read_only = false;
};

/// What the text of `config` says of it; the defaults when it says nothing. Throws ConfigError.
Serve serve_settings(const Config& config);

/// The same of one node; throws ConfigError when it is wrong.
Serve read_serve(const ConfigSource& source, const YamlNode& node);

KeyTable serve_keys();

}  // namespace collector
