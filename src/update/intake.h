// A document as its feed wrote it → items that know what they are about and where they belong.
// Two steps, one for each thread of a run: normalise and filter; recognise and classify.
#pragma once

#include "classify/classify.h"
#include "config/config.h"
#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

class Intake {
 public:
  /// `model` is the text of a learned model, empty for the built-in one. Throws ConfigError
  /// when a rule's pattern does not compile.
  Intake(const Config& config, UtcTime now, std::string model = {});

  /// What the feed's filters let in, not yet placed. `url` is where the document came from.
  [[nodiscard]] std::vector<Item> items(RawFeed document, const FeedSource& source,
                                        std::string_view url) const;

  /// Says what the items of one document are about and where they belong.
  void place(std::vector<Item>& items, const FeedSource& source,
             std::string_view feed_title) const;

 private:
  UtcTime now_;
  ProjectRegistry projects_;
  Classifier classifier_;
};

/// How many entries a week the document's dates tell of; 0 when they tell nothing.
double entries_per_week(const std::vector<Item>& items, UtcTime now);

}  // namespace collector
