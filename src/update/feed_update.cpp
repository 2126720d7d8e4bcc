#include "update/feed_update.h"

#include "core/url.h"
#include "fetch/schedule.h"
#include "fetch/web_url.h"
#include "normalise/normalise.h"
#include "update/polling_state.h"

#include <utility>

namespace collector {

namespace {

/// "example.org" of "https://www.example.org/feed".
std::string site_of(const std::string& url) {
  const auto parts = parse_web_url(url);
  return parts ? std::string(without_www(parts->host)) : std::string();
}

/// What makes a feed look like another one, whose owner may be another as well. A new title is
/// told until the next document, which for most feeds is some days.
FeedWarning suspicion(const FeedState& before, const FeedState& after,
                      const FetchResult& result) {
  if (!before.last_status) return {};  // new, or under another URL than before
  const bool fetched = result.status == FetchStatus::Fetched;
  if (fetched && !before.title.empty() && before.title != after.title)
    return {FeedOddity::Retitled, {before.title}};
  if (!fetched && before.warning.oddity == FeedOddity::Retitled) return before.warning;
  if (after.moved_to.empty() || site_of(after.moved_to) == site_of(after.url)) return {};
  return {FeedOddity::OtherHost, {site_of(after.moved_to)}};
}

void take_document(PolledFeed& polled, const Intake& intake, UtcTime now) {
  RawFeed document = std::move(*polled.document);
  polled.document.reset();
  FeedNews news;
  news.title = feed_title(document);
  news.site = feed_site(document, polled.result.final_url);
  news.ttl = document.ttl;
  news.complete = !document.truncated;
  if (news.complete) news.specifications = std::move(document.specifications);
  news.items = intake.items(std::move(document), *polled.source, polled.result.final_url);
  news.entries_per_week = entries_per_week(news.items, now);
  polled.news = std::make_unique<FeedNews>(std::move(news));
}

}  // namespace

/// The one place where an error is kept from the other feeds.
void read_news(PolledFeed& polled, const Intake& intake, UtcTime now) {
  if (!polled.document) return;
  try {
    take_document(polled, intake, now);
  } catch (const std::exception& error) {
    polled.result.status = FetchStatus::Failed;
    polled.result.error = std::string("the document cannot be read: ") + error.what();
  }
}

FeedUpdate make_update(PolledFeed& polled, FeedState known, const PollSetting& setting) {
  const FeedState before = polling_state(*polled.source, std::move(known));
  FeedNews news;
  if (polled.news) news = std::move(*std::exchange(polled.news, {}));
  FeedState state = after_poll(before, polled.result,
                               {.now = setting.now,
                                .min_interval = setting.min_interval,
                                .interval = polled.source->interval,
                                .ttl = news.ttl,
                                .entries_per_week = news.entries_per_week});
  if (polled.result.status == FetchStatus::Fetched)
    state.filter = filter_digest(*polled.source);
  if (!news.title.empty()) state.title = std::move(news.title);
  if (!news.site.empty()) state.site = std::move(news.site);
  state.warning = health_warning(state, polled.result, setting.now);
  if (state.warning.oddity == FeedOddity::None)
    state.warning = suspicion(before, state, polled.result);
  return {std::move(state), std::move(news.items), news.complete,
          std::move(news.specifications)};
}

}  // namespace collector
