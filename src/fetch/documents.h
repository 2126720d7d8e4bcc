// Single documents fetched whole, under the same rules as feeds: for looking at a page or a
// feed once, nothing of which is stored.
#pragma once

#include "config/settings.h"
#include "core/feed.h"
#include "core/time.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace collector {

struct Document {
  FetchResult result;  // Fetched, else `body` is empty
  std::string body;    // unpacked
};

/// Asks for all of `urls` side by side and hands each answer on when it has come: `take` is
/// told the index of its URL. Throws Error when the run is stopped by a signal.
void fetch_documents(const Settings& settings, std::span<const std::string> urls, UtcTime now,
                     const std::function<void(std::size_t index, Document&&)>& take);

Document fetch_document(const Settings& settings, const std::string& url, UtcTime now);

}  // namespace collector
