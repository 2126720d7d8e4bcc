// What a feed's `include` and `exclude` let in.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "core/pattern.h"

#include <vector>

namespace collector {

class FeedFilter {
 public:
  explicit FeedFilter(const FeedSource& source);

  /// True when title or URL match some `include`, or there is none, and no `exclude`.
  [[nodiscard]] bool admits(const Item& item) const;

 private:
  std::vector<Pattern> include_;
  std::vector<Pattern> exclude_;
};

}  // namespace collector
