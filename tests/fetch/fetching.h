// Runs a Fetcher over a few URLs and keeps what came of each.
#pragma once

#include "fetch/fetcher.h"

#include <chrono>
#include <string>
#include <vector>

namespace collector::test {

/// The time of every run in these tests: 2026-03-10T08:00:00Z.
inline constexpr UtcTime kNow =
    std::chrono::sys_days{std::chrono::year{2026} / 3 / 10} + std::chrono::hours{8};

struct Fetched {
  FetchResult result;
  std::string content_type;
  std::string body;
  int begins = 0;
  int ends = 0;
};

/// Loopback allowed, short limits.
inline Settings local_settings() {
  Settings settings;
  settings.allow_private_addresses = true;
  settings.timeout = seconds{5};
  return settings;
}

inline FetchRequest request_for(const std::string& url) {
  return {.url = url, .moved_to = "", .validators = {}};
}

inline FetchHandlers collect_into(Fetched& fetched) {
  return {.begin =
              [&fetched](const std::string& content_type) {
                fetched.content_type = content_type;
                ++fetched.begins;
              },
          .body = [&fetched](std::string_view bytes) { fetched.body.append(bytes); },
          .end =
              [&fetched](const FetchResult& result) {
                fetched.result = result;
                ++fetched.ends;
              }};
}

inline std::vector<Fetched> fetch_all(const std::vector<FetchRequest>& requests,
                                      const Settings& settings = local_settings()) {
  std::vector<Fetched> all(requests.size());
  Fetcher fetcher{settings, kNow};
  for (std::size_t i = 0; i < requests.size(); ++i) {
    fetcher.add(requests[i], collect_into(all[i]));
  }
  [[maybe_unused]] const FetchEnd end = fetcher.run();
  return all;
}

inline Fetched fetch_one(const FetchRequest& request,
                         const Settings& settings = local_settings()) {
  return fetch_all({request}, settings).front();
}

inline Fetched fetch_one(const std::string& url, const Settings& settings = local_settings()) {
  return fetch_one(request_for(url), settings);
}

}  // namespace collector::test
