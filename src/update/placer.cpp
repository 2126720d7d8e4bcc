#include "update/placer.h"

#include "config/config.h"
#include "news/recognise.h"
#include "normalise/language.h"

#include <algorithm>
#include <utility>

namespace collector {

Placer::Placer(const Config& config, std::string model)
    : config_(config),
      projects_(config.projects),
      classifier_(config.newsletter, config.feeds, projects_, std::move(model)) {}

const FeedSource& Placer::source(const std::string& name) const {
  static const FeedSource kNone;
  const auto found = std::ranges::find(config_.feeds, name, &FeedSource::name);
  return found == config_.feeds.end() ? kNone : *found;
}

FeedProfile Placer::profile(std::span<const Item> items, const FeedSource& source) const {
  return classifier_.profile(items, source);
}

Verdict Placer::judge(Item item, const FeedSource& source, std::string_view feed_title,
                      const FeedProfile& profile) const {
  recognise(item, source, feed_title, projects_);
  return classifier_.classify(item, source, profile);
}

void Placer::place(std::span<Item> items, std::span<const std::size_t> places,
                   const FeedSource& source, std::string_view feed_title) const {
  for (Item& item : items)
    recognise(item, source, feed_title, projects_);
  const FeedProfile all = profile(items, source);
  for (const std::size_t place : places) {
    Item& item = items[place];
    guess_language(item, config_.newsletter.language);
    apply(classifier_.classify(item, source, all), item);
  }
}

}  // namespace collector
