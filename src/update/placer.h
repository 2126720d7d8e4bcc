// What places an item: which project and version it is about, and in which section that
// belongs.
#pragma once

#include "classify/classify.h"
#include "core/feed.h"
#include "core/item.h"
#include "news/projects.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace collector {

struct Config;

/// Dear to make: one a run.
class Placer {
 public:
  /// `config` must outlive it. `model` is the text of a learned model, empty where nothing was
  /// learned.
  Placer(const Config& config, std::string model);
  ~Placer() = default;
  Placer(const Placer&) = delete;
  Placer& operator=(const Placer&) = delete;
  Placer(Placer&&) = delete;
  Placer& operator=(Placer&&) = delete;

  /// The feed of that name as it is configured; a default one when there is none.
  [[nodiscard]] const FeedSource& source(const std::string& name) const;

  /// What the items of one feed, placed before, say of it together.
  [[nodiscard]] FeedProfile profile(std::span<const Item> items,
                                    const FeedSource& source) const;

  /// Where an item of `source` belongs.
  [[nodiscard]] Verdict judge(Item item, const FeedSource& source,
                              std::string_view feed_title = {},
                              const FeedProfile& profile = {}) const;

  /// Says what the items of one document are about, and of those at `places` where they belong
  /// and in which language they are, where nobody said it.
  void place(std::span<Item> items, std::span<const std::size_t> places,
             const FeedSource& source, std::string_view feed_title) const;

 private:
  const Config& config_;
  ProjectRegistry projects_;
  Classifier classifier_;
};

}  // namespace collector
