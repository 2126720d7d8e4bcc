// feeds.yaml → Config, checked; each complaint names file, line and column.
#pragma once

#include "config/newsletter.h"
#include "config/serve.h"
#include "config/settings.h"
#include "core/feed.h"
#include "core/newsletter.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

struct Config {
  std::string path;  // as the user knows it; empty: built in
  std::string text;  // the document as read: the store keeps it
  Settings settings;
  Newsletter newsletter;
  Serve serve;
  std::vector<FeedSource> feeds;
  std::vector<Project> projects;  // the preset's, then the file's
};

/// Reads and checks a configuration file. Throws ConfigError.
Config load_config(const std::string& path);

/// The same from text; `path` appears in complaints. An empty text gives the defaults and the
/// preset `xmpp`.
Config parse_config(std::string text, const std::string& path);

}  // namespace collector
