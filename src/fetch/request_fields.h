// What a request tells its server, as a list of libcurl's.
#pragma once

#include "config/settings.h"
#include "core/feed.h"

#include <curl/curl.h>

#include <array>
#include <cstddef>
#include <string>

namespace collector {

/// All fields of a request but its host. Those that libcurl would add by itself are among them,
/// for it formats its own twice, byte by byte: for a feed that has not changed, that is much of
/// the work.
class RequestFields {
 public:
  explicit RequestFields(const Settings& settings);

  /// Good until the next call.
  curl_slist* with(const Validators& validators);

 private:
  static constexpr std::size_t kStanding = 3;
  static constexpr std::size_t kMost = 5;

  std::array<std::string, kMost> lines_;
  std::array<curl_slist, kMost> list_{};
};

}  // namespace collector
