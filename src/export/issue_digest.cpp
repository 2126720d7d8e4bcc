#include "export/issue_digest.h"

#include "config/config.h"
#include "core/sections.h"
#include "export/events.h"
#include "export/offered.h"
#include "export/printed.h"
#include "export/release_notes.h"
#include "export/standing.h"
#include "newsletter/days.h"
#include "store/decisions.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/standing.h"
#include "store/store.h"

#include <algorithm>
#include <iterator>

namespace collector {

namespace {

// A copy under another address, known by its title, may follow so late; see news/story_keys.
constexpr std::chrono::days kLateCopy{3};

bool is_printed_news(const StoredItem& stored) {
  return stored.state == State::Printed && stored.item.kind != ItemKind::Specification;
}

/// What an editor wants none of, which may hold pre-releases back.
bool is_turned_down_release(const StoredItem& stored) {
  return is_turned_down(stored.state) && is_release(stored.item.kind);
}

/// What is to be printed of `window`, the releases in it that editors turned down, and what was
/// printed in it or just before.
std::vector<StoredItem> candidates(Store& store, const Window& window, Selection selection,
                                   std::string_view own_title,
                                   std::optional<UtcTime> seen_since,
                                   std::span<const Decision> foreseen) {
  ItemQuery query;
  query.window = Window{window.from - kLateCopy, window.until};
  std::vector<StoredItem> items;
  std::vector<StoredItem> printed;
  store.items().each(query, [&](StoredItem&& stored) {
    // A calendar's event is printed when it is ahead, not when it came to be known.
    if (!stored.item.days.empty()) return;
    if (is_printed_news(stored)) {
      printed.push_back(std::move(stored));
    } else if (stored.item.date >= window.from &&
               (!seen_since || stored.first_seen >= *seen_since)) {
      items.push_back(std::move(stored));
    }
  });
  foresee(items, foreseen);
  std::erase_if(items, [&](const StoredItem& stored) {
    return !is_selected(stored, selection, own_title) && !is_turned_down_release(stored);
  });
  std::move(printed.begin(), printed.end(), std::back_inserter(items));
  return items;
}

}  // namespace

Digest news_digest(Store& store, const Config& config, const Window& window,
                   Selection selection, std::optional<UtcTime> seen_since,
                   std::span<const Decision> foreseen) {
  return make_digest(
      candidates(store, window, selection, config.newsletter.title, seen_since, foreseen),
      standing_decisions(store.decisions().all()), config,
      printed_releases(store.ledger().issues(), window.from));
}

Digest issue_digest(Store& store, const Config& config, const Window& window,
                    Selection selection, std::span<const Decision> foreseen) {
  const Newsletter& newsletter = config.newsletter;
  Digest digest = news_digest(store, config, window, selection, {}, foreseen);
  ItemQuery dated;
  dated.dated = true;
  std::vector<StoredItem> events = store.items().find(dated);
  foresee(events, foreseen);
  events = upcoming_events(std::move(events), day_at(window.until, newsletter.timezone),
                           newsletter.events_horizon, selection);
  if (!events.empty()) add_events(events, newsletter, section_of(kEvents, newsletter, digest));
  add_standing(newsletter, day_at(window.from, newsletter.timezone), digest);
  return digest;
}

Digest draft_digest(Store& store, const Config& config, const Window& window,
                    Selection selection, std::span<const Decision> foreseen) {
  Digest digest = issue_digest(store, config, window, selection, foreseen);
  const auto news = [&](const Window& days, std::optional<UtcTime> seen_since = {}) {
    return news_digest(store, config, days, selection, seen_since, foreseen);
  };
  const Window early{window.until, days_after(window, config.newsletter.grace_days)};
  offer(digest, news(early), "early: from the days after this issue");
  if (const auto closed = closed_before(window, store.ledger().issues())) {
    offer(digest, news(closed->missed), "late: missed by the issue before");
    offer(digest, news(closed->earlier, closed->closed),
          "late: came when the issue of its days was closed");
  }
  add_release_notes(digest, store.items());
  return digest;
}

std::optional<Issue> closed_issue(Store& store, const std::string& month,
                                  const Window& window) {
  for (Issue& issue : store.ledger().issues()) {
    const bool same_days =
        issue.window.from == window.from && issue.window.until == window.until;
    if (!issue.reopened && (same_days || issue.month == month)) return issue;
  }
  return std::nullopt;
}

}  // namespace collector
