// feeds.yaml → Config, checked; each complaint names file, line and column.
#pragma once

#include "core/feed.h"
#include "core/newsletter.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// `settings:` of feeds.yaml; the defaults hold without any configuration.
struct Settings {
  std::string user_agent = "collector/1.0 (+https://xmpp.org/newsletter)";
  seconds timeout{30};                           // whole exchange, redirects included
  std::uint64_t max_body = 10ull * 1024 * 1024;  // unpacked bytes
  seconds min_interval{3600};
  int jobs = 100;  // requests in flight
  int max_per_host = 2;
  bool allow_private_addresses = false;
  std::vector<std::string> allow_private_hosts;  // addresses allowed although private
  std::string ca_file;                           // empty: the system's
  std::string database;                          // empty: the default place
};

/// `newsletter:` of feeds.yaml, on top of its preset.
struct Newsletter {
  std::string title;
  std::string timezone = "UTC";
  int grace_days = 5;
  std::string site;  // "https://xmpp.org": links below it are printed as paths; empty: none are
  int events_horizon = 120;  // days after the issue's own of which events are printed
  ReleaseForm releases = ReleaseForm::Sentence;
  std::vector<Section> sections;
  std::vector<StandingEntry> standing;
  std::vector<Rule> rules;
};

/// `serve:` of feeds.yaml: who may review in a browser.
struct Serve {
  std::string listen = "127.0.0.1:8080";
  std::string trusted_proxy;  // its address: only it is answered; empty: this machine alone is
  std::string user_header;    // in which it names the user
  bool read_only = false;
};

struct Config {
  std::string path;  // as the user knows it; empty: built in
  std::string
      text;  // the document as read: the store keeps it for commands that have only the store
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
