// A document as its feed wrote it → items that know what they are about and where they belong.
// Two steps, between which the store may say what is known already: normalise and filter;
// recognise and classify.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "update/placer.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

struct Config;

class Intake {
 public:
  /// `config` must outlive it. `model` is the text of a learned model, empty where nothing was
  /// learned.
  Intake(const Config& config, UtcTime now, std::string model = {});

  /// What the feed's filters let in, not yet placed. `url` is where the document came from.
  /// From any thread, also while another one places items.
  [[nodiscard]] std::vector<Item> items(RawFeed document, const FeedSource& source,
                                        std::string_view url) const;

  /// As Placer::place.
  void place(std::span<Item> items, std::span<const std::size_t> places,
             const FeedSource& source, std::string_view feed_title);
  /// Of all of them.
  void place(std::span<Item> items, const FeedSource& source, std::string_view feed_title);

 private:
  const Config& config_;
  UtcTime now_;
  std::string model_;
  // Made when the first item asks for it: most runs bring no news.
  std::optional<Placer> placer_;
};

/// How many entries a week the document's dates tell of; 0 when they tell nothing.
double entries_per_week(const std::vector<Item>& items, UtcTime now);

}  // namespace collector
