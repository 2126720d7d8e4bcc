#include "web/other_pages.h"

#include "config/config.h"
#include "core/credentials.h"
#include "core/error.h"
#include "core/json.h"
#include "export/issue_digest.h"
#include "export/markdown.h"
#include "export/titles.h"
#include "newsletter/days.h"
#include "store/decisions.h"
#include "store/documents.h"
#include "store/feeds.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"
#include "update/feed_health.h"
#include "web/chart.h"
#include "web/month_page.h"
#include "web/story_card.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

namespace collector {

namespace {

constexpr std::size_t kWeeks = 26;
constexpr std::chrono::weeks kWeek{1};
constexpr std::size_t kLogLines = 200;

using Weeks = std::array<int, kWeeks>;

std::map<std::string, Weeks> items_a_week(Items& items, UtcTime now) {
  std::map<std::string, Weeks> weeks;
  ItemQuery query;
  query.window = Window{now - kWeeks * kWeek, now};
  items.each(query, [&](StoredItem&& stored) {
    const auto age = static_cast<std::size_t>((now - stored.item.date) / kWeek);
    ++weeks[stored.item.feed][kWeeks - 1 - std::min(age, kWeeks - 1)];
  });
  return weeks;
}

int sum(const Weeks& weeks) {
  int all = 0;
  for (const int week : weeks)
    all += week;
  return all;
}

/// A feed and where it stands on its page.
struct Listed {
  FeedState state;
  std::optional<Unasked> unasked;
  std::size_t rank;  // in trouble: 0, worth a look: 1, well: 2, left alone: 3
};

std::size_t rank_of(const FeedState& state) {
  if (state.disabled || state.failures > 0) return 0;
  return feed_remark(state).empty() ? 2 : 1;
}

/// Those that the last fetch went by, which may be later than what this server was told.
std::vector<FeedSource> configured_feeds(const Config& config, Documents& documents) {
  const std::string text = documents.configuration();
  if (text.empty()) return config.feeds;
  try {
    return parse_config(text, "stored configuration").feeds;
  } catch (const ConfigError&) {  // written by another version of this program
    return config.feeds;
  }
}

std::vector<Listed> listed_feeds(const Config& config, Store& store) {
  const std::vector<FeedSource> configured = configured_feeds(config, store.documents());
  const AskedFeeds asked(configured);
  std::vector<Listed> feeds;
  for (FeedState& state : store.feeds().all()) {
    auto unasked = asked.unasked(state.name);
    const std::size_t rank = unasked ? 3 : rank_of(state);
    feeds.push_back({std::move(state), std::move(unasked), rank});
  }
  std::ranges::stable_sort(feeds, {}, &Listed::rank);
  return feeds;
}

Json feed_row(const Listed& listed, const Weeks& weeks) {
  constexpr std::array kLooks{"bad", "odd", "good", "off"};
  const FeedState& state = listed.state;
  const auto moment = [](const std::optional<UtcTime>& time) {
    return time ? Json(moment_text(*time)) : Json(nullptr);
  };
  return {{"feed_name", state.name},
          {"feed_url", safe_link(mask_credentials(state.url))},
          {"health", listed.unasked ? listed.unasked->health : feed_health(state)},
          {"look", kLooks.at(listed.rank)},
          {"remark", listed.unasked ? listed.unasked->remark : feed_remark(state)},
          {"items", state.items},
          {"recent", sum(weeks)},
          {"polled", moment(state.last_polled)},
          {"next_check", moment(state.next_check)},
          {"newest", moment(state.last_new_item)},
          {"chart", bar_chart(weeks)}};
}

}  // namespace

Json newsletter_page(const std::string& month, Selection selection, const Config& config,
                     Store& store) {
  const Window window = month_window(month, config.newsletter.timezone);
  const auto closed = closed_issue(store, month, window);
  const std::string markdown =
      closed ? closed->markdown
             : to_markdown(issue_digest(store, config, window, selection), config);
  return {{"month", month},
          {"month_title", month_title(month)},
          {"markdown", markdown},
          {"closed", closed ? Json(moment_text(closed->closed)) : Json(nullptr)},
          {"kept_only", selection == Selection::Kept},
          {"nothing", markdown.empty()}};
}

Json feeds_page(const Config& config, Store& store, UtcTime now) {
  const std::vector<Listed> feeds = listed_feeds(config, store);
  std::map<std::string, Weeks> weeks = items_a_week(store.items(), now);
  std::array<int, 4> ranks{};
  Weeks all{};
  Json rows = Json::array();
  for (const Listed& listed : feeds) {
    const Weeks& own = weeks[listed.state.name];
    for (std::size_t i = 0; i < kWeeks; ++i)
      all[i] += own[i];
    ++ranks.at(listed.rank);
    rows.push_back(feed_row(listed, own));
  }
  return {{"feeds", rows},
          {"bad", ranks[0]},
          {"odd", ranks[1]},
          {"good", ranks[2]},
          {"off", ranks[3] > 0 ? Json(ranks[3]) : Json(nullptr)},
          {"count", feeds.size()},
          {"all_chart", bar_chart(all)},
          {"all_recent", sum(all)},
          {"nothing", feeds.empty()},
          {"weeks", kWeeks}};
}

Json log_page(Store& store) {
  std::vector<Decision> decisions = store.decisions().all();
  std::reverse(decisions.begin(), decisions.end());
  Json lines = Json::array();
  std::map<std::string, std::string> titles;
  const std::size_t shown = std::min(decisions.size(), kLogLines);
  for (std::size_t i = 0; i < shown; ++i) {
    std::string& title = titles[decisions[i].item_id];
    if (title.empty()) title = printed_title(store.items().item(decisions[i].item_id));
    Json line = decision_line(decisions[i]);
    line["log_title"] = title;
    lines.push_back(std::move(line));
  }
  return {{"lines", lines},
          {"nothing", decisions.empty()},
          {"count", decisions.size()},
          {"cut", decisions.size() > shown}};
}

}  // namespace collector
