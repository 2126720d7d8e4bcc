// Runs of the pipeline over feeds on the loopback, and a store in memory.
#pragma once

#include "config/config.h"
#include "store/feeds.h"
#include "store/store.h"
#include "support/http_server.h"
#include "update/update.h"

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace collector::test {

/// The time of every run in these tests that names none: 2024-02-02T08:00:00Z.
inline constexpr UtcTime kNow =
    std::chrono::sys_days{std::chrono::year{2024} / 2 / 2} + std::chrono::hours{8};

inline std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wonder</title>" + items +
         "</channel></rss>";
}

inline std::string rss_item(const std::string& title) {
  return "<item><title>" + title + "</title><link>https://wonder.example.org/" + title +
         "</link><guid isPermaLink=\"false\">" + title +
         "</guid><pubDate>Thu, 18 Jan 2024 10:00:00 GMT</pubDate></item>";
}

inline std::string healthy() {
  return http_answer(200, {{"Content-Type", "application/rss+xml"}, {"ETag", "\"one\""}},
                     rss(rss_item("first") + rss_item("second")));
}

inline Config config_of(const std::vector<std::pair<std::string, std::string>>& feeds) {
  std::string text =
      "settings:\n  allow_private_addresses: true\n  timeout: 5s\n"
      "feeds:\n";
  for (const auto& [name, url] : feeds)
    text += "  - name: " + name + "\n    url: " + url + "\n";
  return parse_config(text, "feeds.yaml");
}

/// Runs over one store.
class Run {
 public:
  UpdateReport operator()(const Config& config, UtcTime now = kNow,
                          const UpdateOptions& options = {}) {
    return update(config, *store, options, now, [](const UpdateReport&) {});
  }

  FeedState state(const std::string& name) {
    for (const FeedState& state : store->feeds().all()) {
      if (state.name == name) return state;
    }
    return {};
  }

  std::unique_ptr<Store> store = open_store(":memory:", Access::Write);
};

}  // namespace collector::test
