#include "update/intake.h"

#include "calendar/days.h"
#include "config/config.h"
#include "news/recognise.h"
#include "normalise/language.h"
#include "normalise/normalise.h"
#include "update/feed_filter.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace collector {

Intake::Knowledge::Knowledge(const Config& config, std::string model)
    : projects(config.projects),
      classifier(config.newsletter, config.feeds, projects, std::move(model)) {}

Intake::Intake(const Config& config, UtcTime now, std::string model)
    : config_(config), now_(now), model_(std::move(model)) {}

std::vector<Item> Intake::items(RawFeed document, const FeedSource& source,
                                std::string_view url) const {
  work_out_days(document, now_);
  std::vector<Item> items = normalise(std::move(document), source, url, now_);
  const FeedFilter filter(source);
  std::erase_if(items, [&](const Item& item) { return !filter.admits(item); });
  return items;
}

void Intake::place(std::span<Item> items, std::span<const std::size_t> places,
                   const FeedSource& source, std::string_view feed_title) {
  if (!knowledge_) knowledge_.emplace(config_, std::move(model_));
  const auto& [projects, classifier] = *knowledge_;
  for (Item& item : items)
    recognise(item, source, feed_title, projects);
  const FeedProfile profile = classifier.profile(items, source);
  for (const std::size_t place : places) {
    Item& item = items[place];
    guess_language(item, config_.newsletter.language);
    apply(classifier.classify(item, source, profile), item);
  }
}

void Intake::place(std::span<Item> items, const FeedSource& source,
                   std::string_view feed_title) {
  std::vector<std::size_t> all(items.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  place(items, all, source, feed_title);
}

double entries_per_week(const std::vector<Item>& items, UtcTime now) {
  constexpr double kWeekSeconds = 7 * 86400.0;
  std::optional<UtcTime> oldest;
  int dated = 0;
  for (const Item& item : items) {
    if (item.date_source == DateSource::FirstSeen || item.date > now) continue;
    oldest = std::min(oldest.value_or(item.date), item.date);
    ++dated;
  }
  if (!oldest || *oldest >= now) return 0;
  return dated * kWeekSeconds / static_cast<double>((now - *oldest).count());
}

}  // namespace collector
