#include "report/report.h"

#include "config/config.h"
#include "newsletter/days.h"
#include "report/feeds.h"
#include "store/issue.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/store.h"

#include <algorithm>
#include <map>
#include <set>

namespace collector {

namespace {

// So far back a project must have had news to be missed.
constexpr std::chrono::days kMemory{183};
// News in so many different months of them makes a habit.
constexpr std::size_t kHabit = 2;

/// Who an item is from: its project, else its feed.
const std::string& source_of(const Item& item) {
  return item.project.empty() ? item.feed : item.project;
}

bool is_news(const StoredItem& stored) {
  return stored.state == State::Undecided || stored.state == State::Kept ||
         stored.state == State::Printed;
}

/// Who had this has not gone silent, whatever an editor thought of it.
bool is_heard(const StoredItem& stored) {
  return is_news(stored) || is_turned_down(stored.state);
}

struct Habit {
  SilentSource source;
  std::set<std::string> months;
};

std::set<std::string> sources_within(Items& items, const Window& window) {
  std::set<std::string> sources;
  ItemQuery query;
  query.window = window;
  items.each(query, [&](StoredItem&& stored) {
    if (is_heard(stored)) sources.insert(source_of(stored.item));
  });
  return sources;
}

std::vector<SilentSource> silent_sources(Items& items, const Window& window,
                                         const std::set<std::string>& heard) {
  std::map<std::string, Habit> habits;
  ItemQuery query;
  query.window = Window{window.from - kMemory, window.from};
  items.each(query, [&](StoredItem&& stored) {
    const Item& item = stored.item;
    if (!is_news(stored) || source_of(item).empty() || heard.contains(source_of(item))) return;
    Habit& habit = habits[source_of(item)];
    ++habit.source.before;
    habit.source.section = item.section;
    habit.source.last = std::max(habit.source.last, item.date);
    habit.months.insert(month_at(item.date, "UTC"));
  });
  std::vector<SilentSource> silent;
  for (auto& [name, habit] : habits) {
    habit.source.name = name;
    if (habit.months.size() >= kHabit) silent.push_back(std::move(habit.source));
  }
  std::stable_sort(silent.begin(), silent.end(),
                   [](const auto& a, const auto& b) { return a.before > b.before; });
  return silent;
}

/// The last issue that was closed for days before `window`.
std::optional<Issue> issue_before(const std::vector<Issue>& issues, const Window& window) {
  std::optional<Issue> last;
  for (const Issue& issue : issues) {
    const bool before = !issue.reopened && issue.window.until <= window.from;
    if (before && (!last || last->window.until < issue.window.until)) last = issue;
  }
  return last;
}

/// When the news of `window` had to be there: when its issue was closed, else its grace days.
UtcTime closing_of(const std::vector<Issue>& issues, const Window& window, int grace_days) {
  for (const Issue& issue : issues) {
    if (!issue.reopened && issue.window.until == window.until) return issue.closed;
  }
  return days_after(window, grace_days);
}

/// Unprinted news of `window` that came after its closing. What a feed's first poll brings is
/// old, not late.
void add_late(Items& items, const Window& window, UtcTime closing,
              std::vector<StoredItem>& late) {
  std::map<std::string, std::optional<UtcTime>> first_polls;
  ItemQuery query;
  query.window = window;
  for (StoredItem& stored : items.find(query)) {
    const bool open = stored.state == State::Undecided || stored.state == State::Kept;
    const bool by_feed = !stored.item.feed.empty();
    if (!open || !by_feed || stored.first_seen <= closing) continue;
    const std::string& feed = stored.item.feed;
    if (!first_polls.contains(feed)) first_polls[feed] = first_poll(items, feed);
    if (first_polls[feed] != stored.first_seen) late.push_back(std::move(stored));
  }
}

Window month_before(const Window& window, const std::string& timezone) {
  return month_window(month_at(window.from - seconds{1}, timezone), timezone);
}

/// Who an entry of an issue was about, as `source_of` names it.
std::string source_of(Items& items, const PrintedEntry& entry) {
  if (!entry.project.empty() || entry.item_ids.empty()) return entry.project;
  return items.item(entry.item_ids.front()).item.feed;
}

std::vector<NotAgain> not_again(Items& items, const Issue& last,
                                const std::set<std::string>& heard) {
  std::vector<NotAgain> missing;
  for (const PrintedEntry& entry : last.entries) {
    const std::string name = source_of(items, entry);
    if (name.empty() || heard.contains(name)) continue;
    auto known = std::find_if(missing.begin(), missing.end(),
                              [&](const NotAgain& other) { return other.name == name; });
    if (known == missing.end())
      known = missing.insert(missing.end(), {name, entry.section, {}});
    known->titles.push_back(entry.title);
  }
  return missing;
}

}  // namespace

CoverageReport coverage_report(Store& store, const Config& config, const std::string& month) {
  const std::string& timezone = config.newsletter.timezone;
  const int grace = config.newsletter.grace_days;
  const Window window = month_window(month, timezone);
  const Window before = month_before(window, timezone);
  const std::vector<Issue> issues = store.ledger().issues();
  Items& items = store.items();

  CoverageReport report;
  report.month = month;
  report.failed = failed_feeds(store.feeds(), config);
  report.overflowed = overflowed_feeds(store, window);
  const std::set<std::string> heard = sources_within(items, window);
  report.silent = silent_sources(items, window, heard);
  add_late(items, before, closing_of(issues, before, grace), report.late);
  add_late(items, window, closing_of(issues, window, grace), report.late);
  ItemQuery query;
  query.window = window;
  for (StoredItem& stored : items.find(query)) {
    report.items += is_news(stored) ? 1 : 0;
    if (stored.state == State::Undecided) report.undecided.push_back(std::move(stored));
  }
  if (const auto last = issue_before(issues, window)) {
    report.last_issue = last->month;
    report.not_again = not_again(items, *last, heard);
  }
  return report;
}

}  // namespace collector
