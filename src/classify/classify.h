// Item → section, confidence, reasons: the configuration's rules, then knowledge, then a model
// of what editors printed; the feed's own section is the prior, and the answer when nothing is
// clear.
#pragma once

#include "config/newsletter.h"
#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace collector {

struct Verdict {
  std::string section;  // one of the newsletter's
  bool noise = false;   // no news; `section` is where it would stand otherwise
  double confidence = 0;
  std::vector<std::string> reasons;
};

/// What a feed writes about, read off all items of one of its documents. The default knows
/// nothing, and then nothing is off topic.
struct FeedProfile {
  // Some items are about the community's matters, and it is no home of them.
  bool mixed = false;
  bool forum = false;         // conversations of several categories, some of them announcements
  bool mailing_list = false;  // some items answer others
};

/// Places items. Cheap to call, dear to make (it compiles every pattern): one a run. `projects`
/// must outlive it.
class Classifier {
 public:
  /// `feeds` are those whose rules apply. `model` is the text of a learned model; empty: the
  /// one of the newsletter's preset. It is read when the first item asks for it. Throws
  /// ConfigError when a pattern does not compile.
  Classifier(const Newsletter& newsletter, std::span<const FeedSource> feeds,
             const ProjectRegistry& projects, std::string model = {});
  ~Classifier();
  Classifier(Classifier&&) noexcept;
  Classifier& operator=(Classifier&&) noexcept;
  Classifier(const Classifier&) = delete;
  Classifier& operator=(const Classifier&) = delete;

  /// `items` are those of one document of `source`, recognised.
  [[nodiscard]] FeedProfile profile(std::span<const Item> items,
                                    const FeedSource& source) const;

  /// `item` is recognised; `source` is its feed, a default one when there is none.
  [[nodiscard]] Verdict classify(const Item& item, const FeedSource& source,
                                 const FeedProfile& profile = {}) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Writes a verdict into its item.
void apply(const Verdict& verdict, Item& item);

}  // namespace collector
