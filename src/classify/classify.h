// Item → section, confidence, reasons: the reviewers' and the configuration's rules, then
// knowledge, then the model.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "core/newsletter.h"
#include "news/projects.h"

#include <memory>
#include <string>
#include <vector>

namespace collector {

struct Verdict {
  std::string section;  // one of the newsletter's
  bool noise = false;   // no news; `section` is where it would stand otherwise
  double confidence = 0;
  std::vector<std::string> reasons;
};

/// Places items. Cheap to call, dear to make (it compiles every pattern): one a run.
class Classifier {
 public:
  /// Throws ConfigError when a pattern does not compile.
  Classifier(std::vector<Section> sections, std::vector<Rule> rules,
             const ProjectRegistry& projects);
  ~Classifier();

  /// `source` is the item's feed; a default one when there is none.
  [[nodiscard]] Verdict classify(const Item& item, const FeedSource& source) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace collector
