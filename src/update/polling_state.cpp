#include "update/polling_state.h"

#include "fetch/schedule.h"
#include "store/fingerprint.h"

#include <string>
#include <utility>
#include <vector>

namespace collector {

std::int64_t filter_digest(const FeedSource& source) {
  if (source.include.empty() && source.exclude.empty()) return 0;
  Fingerprint digest;
  for (const auto* patterns : {&source.include, &source.exclude}) {
    digest.add(static_cast<std::int64_t>(patterns->size()));
    for (const std::string& pattern : *patterns)
      digest.add(pattern);
  }
  return static_cast<std::int64_t>(digest.value());
}

FeedState polling_state(const FeedSource& source, FeedState known) {
  FeedState state = state_for(source, std::move(known));
  if (state.filter != filter_digest(source)) state.validators = {};
  return state;
}

}  // namespace collector
