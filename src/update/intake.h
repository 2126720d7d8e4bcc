// A document as its feed wrote it → items that know what they are about and where they belong:
// normalise, recognise, classify, and what the feed's filters let in.
#pragma once

#include "classify/classify.h"
#include "config/config.h"
#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <string_view>
#include <vector>

namespace collector {

class Intake {
 public:
  /// Throws ConfigError when a rule's pattern does not compile.
  Intake(const Config& config, UtcTime now);

  /// `url` is where the document came from.
  [[nodiscard]] std::vector<Item> items(RawFeed document, const FeedSource& source,
                                        std::string_view url) const;

 private:
  UtcTime now_;
  ProjectRegistry projects_;
  Classifier classifier_;
};

/// How many entries a week the document's dates tell of; 0 when they tell nothing.
double entries_per_week(const std::vector<Item>& items, UtcTime now);

}  // namespace collector
