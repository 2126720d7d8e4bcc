// JSON Feed 1.0 and 1.1 (jsonfeed.org), and lists of events → RawFeed.
#pragma once

#include "core/feed.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace collector {

/// How the reading of a JSON document ended.
struct JsonReport {
  bool is_feed = false;  // it says so, holds entries or is a list of events
  bool failed = false;   // no JSON from `offset` on
  std::size_t offset = 0;
  std::string failure;
};

/// Fills `feed` with what can be read of `document` (UTF-8).
JsonReport read_json_feed(std::string_view document, RawFeed& feed);

}  // namespace collector
