#pragma once

#include "core/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace collector {

inline constexpr int kMostJobs = 10'000;  // and as many of a host

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

}  // namespace collector
