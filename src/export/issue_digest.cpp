#include "export/issue_digest.h"

#include "export/events.h"
#include "export/printed.h"
#include "export/standing.h"
#include "newsletter/days.h"
#include "store/standing.h"

namespace collector {

namespace {

constexpr const char* kEvents = "events";

/// The first day of `time` in the newsletter's time zone.
Day local_day(UtcTime time, const Newsletter& newsletter) {
  return parse_day(day_at(time, newsletter.timezone)).value_or(Day{});
}

}  // namespace

Digest news_digest(Store& store, const Config& config, const Window& window,
                   Selection selection) {
  ItemQuery query;
  query.window = window;
  std::vector<StoredItem> items =
      select_items(store.items(query), selection, config.newsletter.title);
  // A calendar's event is printed when it is ahead, not when it came to be known.
  std::erase_if(items, [](const StoredItem& stored) { return !stored.item.days.empty(); });
  return make_digest(std::move(items), standing_decisions(store.decisions("")), config,
                     printed_releases(store.issues(), window.from));
}

Digest issue_digest(Store& store, const Config& config, const Window& window,
                    Selection selection) {
  const Newsletter& newsletter = config.newsletter;
  Digest digest = news_digest(store, config, window, selection);
  ItemQuery dated;
  dated.dated = true;
  const std::vector<StoredItem> events =
      upcoming_events(store.items(dated), local_day(window.until, newsletter),
                      newsletter.events_horizon, selection);
  if (!events.empty())
    add_events(events, newsletter.site, section_of(kEvents, newsletter, digest));
  add_standing(newsletter, local_day(window.from, newsletter), digest);
  return digest;
}

}  // namespace collector
