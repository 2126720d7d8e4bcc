#include "update/intake.h"

#include "calendar/days.h"
#include "news/recognise.h"
#include "normalise/normalise.h"
#include "update/feed_filter.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace collector {

Intake::Intake(const Config& config, UtcTime now, std::string model)
    : now_(now),
      projects_(config.projects),
      classifier_(config.newsletter, config.feeds, projects_, std::move(model)) {}

std::vector<Item> Intake::items(RawFeed document, const FeedSource& source,
                                std::string_view url) const {
  work_out_days(document, now_);
  std::vector<Item> items = normalise(std::move(document), source, url, now_);
  const FeedFilter filter(source);
  std::erase_if(items, [&](const Item& item) { return !filter.admits(item); });
  return items;
}

void Intake::place(std::vector<Item>& items, const FeedSource& source,
                   std::string_view feed_title) const {
  for (Item& item : items)
    recognise(item, source, feed_title, projects_);
  const FeedProfile profile = classifier_.profile(items, source);
  for (Item& item : items)
    apply(classifier_.classify(item, source, profile), item);
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
